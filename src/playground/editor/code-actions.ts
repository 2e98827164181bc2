import type { Story } from '#story/story.ts'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { type QuickFix, applyQuickFix, applicableFixes } from '../program/quick-fix.ts'
import { toRange } from './story-decorations.ts'
import * as monaco from './monaco.ts'

/** The compiler's fixes under Ctrl+.: made at once where that is a good fix, shown first where a look is needed. */
export function registerCodeActions(
  program: ProgramSession,
  model: monaco.editor.ITextModel,
): monaco.IDisposable[] {
  const commands = {
    show: `no-oops.show ${model.uri.path} ${model.id}`,
    make: `no-oops.make ${model.uri.path} ${model.id}`,
  }
  const provider: monaco.languages.CodeActionProvider = {
    provideCodeActions(asked, range) {
      const quickFixes = asked === model ? fixesAt(program, range) : []
      return { actions: quickFixes.map((it) => toAction(it, commands)), dispose: () => {} }
    },
  }
  return [
    monaco.languages.registerCodeActionProvider(program.language, provider),
    monaco.editor.registerCommand(commands.show, (_, id: string) => showChange(program, id)),
    monaco.editor.registerCommand(commands.make, (_, it: QuickFix) => applyQuickFix(program, it)),
  ]
}

/** None while an answer is awaited: its places would be those of an older text. */
function fixesAt(program: ProgramSession, range: monaco.Range): QuickFix[] {
  if (program.check.peek().kind !== 'answered') return []
  const stories = program.navigator.stories.peek().filter((story) => pointsInto(story, range))
  return stories.flatMap(({ fixes }) => applicableFixes(program, fixes))
}

function pointsInto({ steps }: Story, range: monaco.Range): boolean {
  return steps.some(
    ({ span, isHere }) => span && isHere && monaco.Range.areIntersectingOrTouching(toRange(span), range),
  )
}

function toAction(it: QuickFix, { show, make }: { show: string; make: string }): monaco.languages.CodeAction {
  const kind = 'quickfix'
  if (it.because !== undefined) {
    const title = `${t('Show the change:')} ${it.title}`
    return { title, kind, command: { id: show, title, arguments: [it.id] } }
  }
  const command = { id: make, title: it.title, arguments: [it] }
  return { title: it.title, kind, isPreferred: true, command }
}

/** Opens the change in the list of problems. */
function showChange(program: ProgramSession, id: string) {
  program.panel.value = 'problems'
  program.help.value = undefined
  requestAnimationFrame(() => {
    const toggles = [...document.querySelectorAll<HTMLElement>('.wb-fixes [data-fix]')]
    const toggle = toggles.find((it) => it.dataset.fix === id && it.offsetParent !== null)
    toggle?.focus()
    if (toggle?.ariaExpanded === 'false') toggle.click()
  })
}

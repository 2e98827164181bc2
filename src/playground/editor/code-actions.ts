import type { Fix } from '#protocol/diagnostic.ts'
import type { Bench } from '../bench.ts'
import { isSureFix } from '../is-sure-fix.ts'
import { toRange } from './draw-story.ts'
import * as monaco from './monaco.ts'

const showChange = 'no-oops.show-change'

/** rustc's fixes under Ctrl+.: made at once where rustc vouches for them, shown first where it does not. */
export function registerCodeActions(bench: Bench, model: monaco.editor.ITextModel): monaco.IDisposable[] {
  const provider: monaco.languages.CodeActionProvider = {
    provideCodeActions(asked, range) {
      const actions = asked === model ? toActions(bench, model, range) : []
      return { actions, dispose: () => {} }
    },
  }
  return [
    monaco.languages.registerCodeActionProvider(bench.language, provider),
    monaco.editor.registerCommand(showChange, () => showProblems(bench)),
  ]
}

/** None while an answer is awaited: its places would be those of an older text. */
function toActions(bench: Bench, model: monaco.editor.ITextModel, range: monaco.Range) {
  if (bench.check.peek().kind !== 'answered') return []
  return bench.diagnostics
    .peek()
    .filter(({ spans }) => spans.some((span) => monaco.Range.areIntersectingOrTouching(toRange(span), range)))
    .flatMap(({ fixes }) => fixes)
    .filter((fix) => fix.edits.every(({ span }) => span.file === bench.file && !span.external))
    .flatMap((fix) => toAction(fix, model))
}

function toAction(fix: Fix, model: monaco.editor.ITextModel): monaco.languages.CodeAction[] {
  if (fix.applicability === 'HasPlaceholders') return []
  const kind = 'quickfix'
  if (!isSureFix(fix)) {
    const title = `Show the change: ${fix.title}`
    return [{ title, kind, command: { id: showChange, title } }]
  }
  const edits = fix.edits.map(({ span, text }) => ({
    resource: model.uri,
    versionId: model.getVersionId(),
    textEdit: { range: toRange(span), text },
  }))
  return [{ title: fix.title, kind, isPreferred: true, edit: { edits } }]
}

function showProblems(bench: Bench) {
  bench.panel.value = 'problems'
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.wb-fixes button')?.focus())
}

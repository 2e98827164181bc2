import { t } from '#i18n/t.ts'
import { saveFile } from '#playground/workbench/save-file.ts'
import { pickFile, readPicked } from '#playground/workbench/pick-file.ts'
import { loadScript } from '../load-script.ts'
import { showReplaced } from './show-replaced.ts'
import type * as loaded from './work-script.ts'

/** Lets the reader take all work out of this browser, bring it in, and erase it. */
export function setUpWork(settings: HTMLElement) {
  for (const section of settings.querySelectorAll<HTMLElement>('[data-work]')) {
    const notify = notifyIn(section)
    const actions = { export: exportWork, import: importWork, erase: askToErase }
    for (const [name, action] of Object.entries(actions))
      section.querySelector(`[data-do=${name}]`)!.addEventListener('click', () => void action(notify))
    void load().then((script) => showReplaced(section, script))
  }
}

/** Shows a sentence, with what can be done about it. */
export type Notify = (text: string, actions?: Record<string, () => void>) => void

const load = () => loadScript<typeof loaded>('work')

function notifyIn(section: HTMLElement): Notify {
  const said = section.querySelector('[data-said]')!
  return (text, actions = {}) => {
    const buttons = Object.entries(actions).map(([label, callback]) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = label
      button.addEventListener('click', () => (said.replaceChildren(), callback()))
      return button
    })
    said.replaceChildren(text, ...buttons)
  }
}

async function exportWork(notify: Notify) {
  const { name, text } = await (await load()).toExport()
  saveFile(name, text, 'application/json')
  notify(t('Exported: your progress and all code that you edited, that of the playground too.'))
}

async function importWork(notify: Notify) {
  const picked = await readPicked(await pickFile('application/json,.json'))
  if (picked.kind === 'too large') return notify(picked.why)
  const { importWork, describeImport } = await load()
  const result = await importWork(picked.text)
  if (result.kind === 'not imported') return notify(result.why)
  notify(describeImport(result), { [t('Undo')]: () => void undo(notify, result.undo) })
}

function askToErase(notify: Notify) {
  notify(t('Erase your progress, answers and code from this browser? Settings stay.'), {
    [t('Erase all of it')]: () => void erase(notify),
    [t('Keep it')]: () => {},
  })
}

async function erase(notify: Notify) {
  const undoErasing = await (await load()).eraseWork()
  notify(t('Erased. Until you leave this page it can be undone.'), {
    [t('Undo')]: () => void undo(notify, undoErasing),
  })
}

async function undo(notify: Notify, undo: () => Promise<boolean>) {
  notify((await undo()) ? t('Undone.') : t('This could not be undone: this browser has no room.'))
}

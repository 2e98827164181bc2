import { t } from '#i18n/t.ts'

/** A key, or keys together, and what they do. `Ctrl` is ⌘ as well. */
export interface Shortcut {
  keys: string
  does: () => string
}

/** Every shortcut of the site, by where it holds and its name: the workbench acts by them, and `/keys/` lists them. */
export const shortcuts = {
  page: {
    keys: { keys: '?', does: () => t('this list') },
    search: { keys: '/', does: () => t('search; so does Ctrl+K, also from a field') },
  },
  workbench: {
    run: { keys: 'Ctrl+Enter', does: () => t('run what is in sight; of a task: check it') },
    check: { keys: 'Ctrl+Shift+Enter', does: () => t('check the exercise') },
    nextStep: { keys: 'F8', does: () => t('go to the next step of what the compiler says') },
    previousStep: { keys: 'Shift+F8', does: () => t('go to the step before') },
    split: { keys: 'Ctrl+\\', does: () => t('C and Rust side by side, and back') },
    full: { keys: 'Ctrl+Shift+\\', does: () => t('the workbench in the whole window, and back') },
    leaveFull: { keys: 'Esc', does: () => t('leave the whole window') },
  },
  editor: {
    fix: { keys: 'Ctrl+.', does: () => t('show the fixes for what the cursor is on') },
    goToLine: { keys: 'Ctrl+G', does: () => t('go to a line by its number') },
    explain: { keys: 'Ctrl+K Ctrl+I', does: () => t('explain the word under the cursor') },
    comment: { keys: 'Ctrl+/', does: () => t('comment lines out, and in again') },
    leave: { keys: 'Esc, then Tab', does: () => t('leave the editor') },
  },
  playground: {
    test: { keys: 'Shift+Alt+T', does: () => t('run the program’s own tests') },
    lint: { keys: 'Shift+Alt+C', does: () => t('ask Clippy') },
    format: { keys: 'Shift+Alt+F', does: () => t('format the file') },
    size: { keys: 'Shift+Alt+S', does: () => t('show sizes and assembly') },
  },
  tasks: {
    choose: { keys: '1', does: () => t('choose the first answer, and so on') },
    runs: { keys: 'r', does: () => t('predict that it runs') },
    panics: { keys: 'p', does: () => t('predict that it panics') },
    nextTask: { keys: 'Enter', does: () => t('go to the next task') },
  },
} as const satisfies Record<string, Record<string, Shortcut>>

/** Where shortcuts hold, as a heading above them. */
export function titleOf(place: keyof Places): string {
  return {
    page: () => t('On every page'),
    workbench: () => t('In a workbench'),
    editor: () => t('In the editor'),
    playground: () => t('In the playground'),
    tasks: () => t('In tasks and questions'),
  }[place]()
}

type Places = typeof shortcuts
export type ShortcutName = { [Place in keyof Places]: keyof Places[Place] }[keyof Places]

const all = Object.assign({}, ...Object.values(shortcuts)) as Record<ShortcutName, Shortcut>

/** The keys of a shortcut, as they are shown: by the names that they have on a keyboard of the page's language. */
export function keysOf(name: ShortcutName): string {
  return describeKeys(all[name].keys)
}

/** Keys by the names that they have on a keyboard of the page's language. */
export function describeKeys(keys: string): string {
  return keys
    .replaceAll('Ctrl', t('Ctrl'))
    .replaceAll('Shift', t('Shift'))
    .replaceAll('Enter', t('Enter'))
    .replace('then', t('then'))
    .replace('\\', t('\\'))
}

/** Is true of the event of exactly these keys. */
export function isShortcut(event: KeyboardEvent, name: ShortcutName): boolean {
  const held = all[name].keys.split('+')
  const key = held.pop()!
  const isHeld = (modifier: string) => held.includes(modifier)
  return (
    (event.ctrlKey || event.metaKey) === isHeld('Ctrl') &&
    (event.shiftKey === isHeld('Shift') || isSign(key)) &&
    event.altKey === isHeld('Alt') &&
    (event.key === key || event.code === toCode(key))
  )
}

/** Which keys give it depends on the keyboard. */
function isSign(key: string): boolean {
  return key === '?'
}

/** With Shift or Alt a key gives another sign than it is called by. */
function toCode(key: string): string | undefined {
  if (key === '\\') return 'Backslash'
  return /^[A-Z]$/.test(key) ? `Key${key}` : undefined
}

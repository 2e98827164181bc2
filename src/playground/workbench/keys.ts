/** A key, or keys together, and what they do. `Ctrl` is ⌘ as well. */
export interface Shortcut {
  keys: string
  does: string
}

/** Every shortcut of the site, by where it holds and its name: the workbench acts by them, and `/keys/` lists them. */
export const shortcuts = {
  'On every page': {
    keys: { keys: '?', does: 'this list' },
    search: { keys: '/', does: 'search; so does Ctrl+K, also from a field' },
  },
  'In a workbench': {
    run: { keys: 'Ctrl+Enter', does: 'run what is in sight; of a task: check it' },
    check: { keys: 'Ctrl+Shift+Enter', does: 'check the exercise' },
    nextStep: { keys: 'F8', does: 'go to the next step of what the compiler says' },
    previousStep: { keys: 'Shift+F8', does: 'go to the step before' },
    split: { keys: 'Ctrl+\\', does: 'C and Rust side by side, and back' },
    full: { keys: 'Ctrl+Shift+\\', does: 'the workbench in the whole window, and back' },
    leaveFull: { keys: 'Esc', does: 'leave the whole window' },
  },
  'In the editor': {
    fix: { keys: 'Ctrl+.', does: 'show the fixes for what the cursor is on' },
    explain: { keys: 'Ctrl+K Ctrl+I', does: 'explain the word under the cursor' },
    comment: { keys: 'Ctrl+/', does: 'comment lines out, and in again' },
    leave: { keys: 'Esc, then Tab', does: 'leave the editor' },
  },
  'In the playground': {
    test: { keys: 'Shift+Alt+T', does: 'run the program’s own tests' },
    lint: { keys: 'Shift+Alt+C', does: 'ask Clippy' },
    format: { keys: 'Shift+Alt+F', does: 'format the file' },
    size: { keys: 'Shift+Alt+S', does: 'show sizes and assembly' },
  },
  'In tasks and questions': {
    choose: { keys: '1', does: 'choose the first answer, and so on' },
    runs: { keys: 'r', does: 'predict that it runs' },
    panics: { keys: 'p', does: 'predict that it panics' },
    nextTask: { keys: 'Enter', does: 'go to the next task' },
  },
} as const satisfies Record<string, Record<string, Shortcut>>

type Places = typeof shortcuts
export type ShortcutName = { [Place in keyof Places]: keyof Places[Place] }[keyof Places]

const all = Object.assign({}, ...Object.values(shortcuts)) as Record<ShortcutName, Shortcut>

/** The keys of a shortcut, as they are shown. */
export function keysOf(name: ShortcutName): string {
  return all[name].keys
}

/** Is true of the event of exactly these keys. */
export function isShortcut(event: KeyboardEvent, name: ShortcutName): boolean {
  const held = keysOf(name).split('+')
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

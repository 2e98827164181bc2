import { type Signal, signal } from '@preact/signals'

/** What of a workbench is in sight; its tabs and buttons change it. */
export interface View {
  /** Name of the file in sight. */
  shown: Signal<string>
  panel: Signal<Panel>
  /** The console shows C and Rust at once. */
  both: Signal<boolean>
  /** What lies over the results; undefined where they are in sight. */
  help: Signal<Help | undefined>
}

export type Panel = 'problems' | 'console' | 'checks'

/** Help that the reader asked for. */
export type Help = { kind: 'hints' } | { kind: 'solution' } | { kind: 'explanation'; code: string }

/** Creates a view that begins with this file and the panel of problems. */
export function createView(file: string): View {
  const panel = signal<Panel>('problems')
  return { shown: signal(file), panel, both: signal(false), help: signal<Help>() }
}

/** Whether a file is in sight. */
export function isShown({ shown }: View, file: string): boolean {
  return shown.value === file
}

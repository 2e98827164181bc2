import { type Signal, signal } from '@preact/signals'

/** What of a workbench is in sight. */
export interface View {
  /** Name of the file. */
  shown: Signal<string>
  panel: Signal<Panel>
  /** The console shows C and Rust at once. */
  both: Signal<boolean>
}

export type Panel = 'problems' | 'console' | 'checks'

/** A view that begins with a file and the problems of it. */
export function createView(file: string): View {
  return { shown: signal(file), panel: signal<Panel>('problems'), both: signal(false) }
}

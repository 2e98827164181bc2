import { type Signal, signal } from '@preact/signals'

/** What of a workbench is in sight; its tabs and buttons change it. */
export interface View {
  /** Name of the file in sight. */
  shown: Signal<string>
  panel: Signal<Panel>
  /** The console shows C and Rust at once. */
  both: Signal<boolean>
}

export type Panel = 'problems' | 'console' | 'checks'

/** Creates a view that begins with this file and the panel of problems. */
export function createView(file: string): View {
  return { shown: signal(file), panel: signal<Panel>('problems'), both: signal(false) }
}

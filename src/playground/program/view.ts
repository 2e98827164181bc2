import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'

/** What of a workbench is in sight; its tabs and buttons change it. */
export interface View {
  /** Name of the file in sight; in the split view, of the one that was used last. */
  shown: Signal<string>
  panel: Signal<Panel>
  /** The console shows C and Rust at once. */
  both: Signal<boolean>
  /** What lies over the results; undefined where they are in sight. */
  help: Signal<Help | undefined>
  layout: Signal<Layout>
  /** The duty that is pointed at; told only in the split view, where both sides show its lines. */
  duty: Signal<PointedDuty | undefined>
  /** Name of the file on the C side of the split view, and of the one beside it. */
  inC: ReadonlySignal<string>
  besideC: ReadonlySignal<string>
}

/** A duty by its name; with the cursor in it, its lines on the other side are brought into sight. */
export interface PointedDuty {
  name: string
  hasCursor: boolean
}

export type Panel = 'problems' | 'console' | 'shell' | 'checks' | 'code'

/** A part of the page; one file over the full window; or C and another file beside each other over the full window. */
export type Layout = 'page' | 'full' | 'split'

/** Help that the reader asked for. */
export type Help = { kind: 'hints' } | { kind: 'solution' } | { kind: 'explanation'; code: string }

const cFile = 'driver.c'

/** Creates a view that begins with this file and the panel of problems, in the page; `beside` is beside the C until another was in sight. */
export function createView(
  file: string,
  beside = file,
  isC: (file: string) => boolean = (file) => file === cFile,
): View {
  const shown = signal(file)
  let [lastC, last] = [cFile, beside]
  return {
    shown,
    panel: signal<Panel>('problems'),
    both: signal(false),
    help: signal<Help>(),
    layout: signal<Layout>('page'),
    duty: signal<PointedDuty>(),
    inC: computed(() => (lastC = isC(shown.value) ? shown.value : lastC)),
    besideC: computed(() => (last = isC(shown.value) ? last : shown.value)),
  }
}

/** Whether a file is in sight. */
export function isShown({ shown, layout, inC, besideC }: View, file: string): boolean {
  if (layout.value === 'split') return file === inC.value || file === besideC.value
  return shown.value === file
}

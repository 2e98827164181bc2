import type { Terminal } from '@xterm/xterm'

/** More lines or columns than any terminal has. */
const mostAtOnce = 1000

/** Tabs, lines inserted or deleted, scrolling, and the character before: xterm does each as often as it is told, in one go. */
const repeated = ['I', 'Z', 'L', 'M', 'S', 'T', 'b']

/** Has a terminal leave out sequences that ask for something a million times, as only what is to hang the page does. */
export function refuseLargeCounts({ parser }: Terminal) {
  for (const final of repeated)
    parser.registerCsiHandler({ final }, ([count]) => typeof count === 'number' && count > mostAtOnce)
}

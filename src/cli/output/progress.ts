import type { Output } from '../host.ts'

/** Says on standard error how far a command is. */
export interface Progress {
  /** Replaces what was shown before; only on a terminal. */
  show(text: string): void
  /** Takes away what was shown. */
  clear(): void
  /** Says something that stays. */
  say(text: string): void
}

/** Makes the progress of a command. */
export function createProgress(stderr: Output): Progress {
  let isShown = false
  const clear = () => {
    if (isShown) stderr.write('\r\x1b[K')
    isShown = false
  }
  return {
    clear,
    show(text) {
      if (!stderr.isTty) return
      stderr.write(`\r\x1b[K${text.slice(0, stderr.columns - 1)}`)
      isShown = true
    },
    say(text) {
      clear()
      stderr.write(`${text}\n`)
    },
  }
}

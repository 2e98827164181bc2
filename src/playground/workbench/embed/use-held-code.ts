import { useEffect } from 'preact/hooks'
import type * as Holding from './hold-code.ts'

/** Has the link to the course hold the code of what is open, on a page for frames; what does it is loaded there only. */
export function useHeldCode(open: unknown, hold: ((holding: typeof Holding) => () => void) | undefined) {
  useEffect(() => {
    if (!hold) return
    let end: (() => void) | undefined
    let wanted = true
    void import('./hold-code.ts').then((holding) => wanted && (end = hold(holding)))
    return () => ((wanted = false), end?.())
  }, [open])
}

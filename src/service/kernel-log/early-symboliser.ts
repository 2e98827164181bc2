import { mayHoldReport } from './may-hold-report.ts'
import { startSymboliser, type WaitingSymboliser, type WaitingTools } from './waiting-symboliser.ts'

/** Starts a symboliser as soon as a console shows what each report has; for a run without reports none is started. */
export interface EarlySymboliser {
  /** The module that reports would be about. */
  about(module: Uint8Array): void
  /** Takes what the console shows, as it comes. */
  hear(chunk: Uint8Array): void
  /** The one that was started, if there was a sign of a report. */
  readonly waiting: WaitingSymboliser | undefined
  /** Settles when nothing of it is left. */
  end(): Promise<void>
}

/** Listens for one boot. */
export function createEarlySymboliser(tools: WaitingTools, signal?: AbortSignal): EarlySymboliser {
  let module: Uint8Array | undefined
  let waiting: WaitingSymboliser | undefined
  return {
    about: (built) => void (module = built),
    hear(chunk) {
      if (!module || waiting || !mayHoldReport.test(Buffer.from(chunk).toString('latin1'))) return
      waiting = startSymboliser(module, tools, signal)
    },
    get waiting() {
      return waiting
    },
    end: async () => waiting?.end(),
  }
}

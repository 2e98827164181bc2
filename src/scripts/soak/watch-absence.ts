import { setTimeout as sleep } from 'node:timers/promises'
import type { Findings } from './findings.ts'
import type { SoakedService } from './soaked-service.ts'

/** Knows whether the service is away because it was killed. */
export interface Absence {
  /** The service with that process number was killed. */
  begin(pid: number): void
  /** Until a moment after it has answered again: what was asked before is cut off a little later. */
  mayBeAway: () => boolean
}

/** Looks, from each kill on, until another process serves; complains if that takes long. */
export function watchAbsence(service: Pick<SoakedService, 'url' | 'pid'>, findings: Findings): Absence {
  let backAt = -Infinity
  const look = async (killed: number): Promise<void> => {
    const began = performance.now()
    // One that ends in peace answers for a while.
    while (service.pid() === killed || !(await answers(service.url))) await sleep(200)
    backAt = performance.now()
    if (backAt - began > longest) findings.complain('the service was away for more than a minute')
  }
  return {
    begin(pid) {
      backAt = Infinity
      void look(pid)
    },
    mayBeAway: () => performance.now() - backAt < moment,
  }
}

/** Milliseconds. */
const [moment, longest] = [5000, 60_000]

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
  return answer?.status === 200
}

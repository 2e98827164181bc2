import { setTimeout as sleep } from 'node:timers/promises'
import type { Findings } from './findings.ts'
import type { SoakedService } from './soaked-service.ts'

/** Asks again and again whether the service lives, until the signal fires; complains if that once takes long. */
export async function watchHealth(
  { url }: Pick<SoakedService, 'url'>,
  { findings, mayBeAway }: { findings: Findings; mayBeAway: () => boolean },
  ends: AbortSignal,
): Promise<void> {
  while (!ends.aborted) {
    const asked = performance.now()
    const status = await askHealth(url)
    const milliseconds = performance.now() - asked
    if (!mayBeAway()) judge(findings, status, milliseconds)
    await sleep(200)
  }
}

function judge(findings: Findings, status: number | undefined, milliseconds: number): void {
  findings.noteLongest('/healthz', milliseconds)
  if (status !== 200) findings.complain(`/healthz gives ${status ?? 'no answer'}`)
  else if (milliseconds > longest) findings.complain(`/healthz takes more than ${longest / 1000} s`)
}

/** Milliseconds. What answers it is one of many that share the cores. */
const longest = 3000

async function askHealth(url: string): Promise<number | undefined> {
  const signal = AbortSignal.timeout(30_000)
  const answer = await fetch(`${url}/healthz`, { signal }).catch(() => undefined)
  await answer?.text().catch(() => {})
  return answer?.status
}

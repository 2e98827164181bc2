import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { SandboxBusy } from './bubblewrap/sandbox-error.ts'

/** Something that must work for the service to be of use. */
export interface HealthCheck {
  /** Such as `sandbox`, or the stage of a toolroom. */
  name: string
  /** Rejects with what does not work; `skipped` while there is nothing to check yet. */
  run(): Promise<'passed' | 'skipped'>
}

/** What a check came to when it was last run; `pending` before that. */
export type CheckState = 'pending' | 'passed' | 'failed'

/** Runs checks again and again, and knows what they came to. No request runs one. */
export interface Health {
  states(): Record<string, CheckState>
  /** Runs the checks that have not passed of late, one after the other, and logs what has changed. */
  check(): Promise<void>
  /** Checks at once, and then from time to time; returns how to end that. */
  watch(): () => void
}

/** Makes a health of which nothing is known yet. */
export function createHealth(checks: HealthCheck[], logger: Logger): Health {
  const states = new Map<string, CheckState>(checks.map(({ name }) => [name, 'pending']))
  const passed = new Map<string, number>()

  async function check(): Promise<void> {
    for (const one of checks) if (!isFresh(one)) await checkOne(one)
  }
  function isFresh({ name }: HealthCheck): boolean {
    return states.get(name) === 'passed' && performance.now() - passed.get(name)! < passedFor
  }
  async function checkOne({ name, run }: HealthCheck): Promise<void> {
    const before = states.get(name)
    const why = await untilRoom(run).catch((error: unknown) => error ?? new Error('no reason'))
    states.set(name, why === 'passed' ? 'passed' : why === 'skipped' ? 'pending' : 'failed')
    const after = states.get(name)
    if (after === 'passed') passed.set(name, performance.now())
    if (after === 'failed') logger.error({ check: name, failed: describe(why) })
    else if (before === 'failed') logger.warn({ check: name, state: after })
  }
  return {
    states: () => Object.fromEntries(states),
    check,
    watch() {
      let timer: NodeJS.Timeout | undefined
      let ended = false
      const next = (): void => {
        if (!ended) timer = setTimeout(() => void round(), pauseAfter([...states.values()])).unref()
      }
      const round = (): Promise<void> => check().finally(next)
      void round()
      return () => ((ended = true), clearTimeout(timer))
    },
  }
}

/** A machine that is busy for a moment does not tell whether the service works. */
async function untilRoom<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof SandboxBusy)) throw error
    await sleep(error.retryAfter * 500)
    return run()
  }
}

/** In milliseconds; to boot each kernel takes seconds of a core. */
const passedFor = 5 * 60_000

/** In milliseconds. What has failed or is still being made is looked at sooner. */
function pauseAfter(states: CheckState[]): number {
  return states.every((state) => state === 'passed') ? passedFor : 30_000
}

function describe(why: unknown): string {
  return why instanceof Error ? why.message : String(why)
}

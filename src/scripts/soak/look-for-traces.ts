import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ScriptError } from '../script-error.ts'
import type { Findings } from './findings.ts'
import { settledMemory } from './settled-memory.ts'
import type { SoakedService } from './soaked-service.ts'
import type { Soaking } from './soaking.ts'
import { commandOf, foldersOf, processesWith, readHoldings, type Holdings } from './traces.ts'

/** What the service holds when nobody asks for anything any more. */
export async function readIdleHoldings(service: SoakedService): Promise<Holdings> {
  for (let wait = 0; wait < 60; wait += 1) {
    await sleep(1000)
    if (await isIdle(service)) break
  }
  // Connections that are kept for a next request are closed by then.
  await sleep(8000)
  const pid = service.pid()
  if (pid === undefined) throw new ScriptError('The service has gone.')
  // To be looked at takes some descriptors, the first time.
  const megabytes = await settledMemory(pid, service.log)
  return { ...readHoldings(pid), megabytes }
}

async function isIdle({ metrics }: SoakedService): Promise<boolean> {
  const text = await (await fetch(metrics)).text()
  const counts = ['jobs_running', 'jobs_waiting', 'boots_running', 'boots_waiting']
  return counts.every((name) => text.includes(`no_oops_${name} 0\n`))
}

/** Complains if the service holds more than it did. */
export function compareHoldings(before: Holdings, after: Holdings, findings: Findings): void {
  console.log(`Held in the third quarter: ${describe(before)}; in the last: ${describe(after)}`)
  if (after.descriptors > before.descriptors + spareDescriptors) findings.complain('descriptors stay open')
  if (after.children > before.children) findings.complain('processes stay')
  if (after.megabytes > 1.15 * before.megabytes + 10) findings.complain('memory grows')
}

/** A group for one more job at once than there ever was has two. */
const spareDescriptors = 4

function describe({ descriptors, megabytes, children }: Holdings): string {
  return `${descriptors} descriptors, ${megabytes.toFixed(0)} MB, ${children} processes`
}

/** Complains of what is there when the service has ended, for which it has a moment. */
export async function complainOfLeft({
  service: { folder, errors },
  services,
  findings,
}: Soaking): Promise<void> {
  for (let wait = 0; wait < 10 && findLeft(folder, services).length > 0; wait += 1) await sleep(500)
  for (const left of findLeft(folder, services)) findings.complain(`is left: ${left}`)
  for (const line of errors()) findings.complain(`in the log: ${line.slice(0, 300)}`)
}

function findLeft(folder: string, services: Set<number>): string[] {
  const files = readdirSync(tmpdir()).filter((name) => name === basename(folder))
  return [
    ...processesWith(folder).map((pid) => `process ${commandOf(pid)}`),
    ...foldersOf(services),
    ...files,
  ]
}

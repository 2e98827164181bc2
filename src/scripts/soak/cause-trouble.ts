import { setTimeout as sleep } from 'node:timers/promises'
import type { Findings } from './findings.ts'
import type { SoakedService } from './soaked-service.ts'
import { commandOf } from './traces.ts'

/** Kills a process of some sandbox, or what starts them, every second or two, until the signal fires. */
export async function killSandboxes(
  service: SoakedService,
  findings: Findings,
  ends: AbortSignal,
): Promise<void> {
  while (!ends.aborted) {
    await sleep(500 + Math.random() * 1500)
    const sandboxes = service.processes().filter((pid) => isVictim(commandOf(pid)))
    const victim = sandboxes[Math.floor(Math.random() * sandboxes.length)]
    if (victim !== undefined && kill(victim, 'SIGKILL')) findings.count('sandboxes killed')
  }
}

function isVictim(command: string): boolean {
  if (command.startsWith('bwrap ')) return true
  return command.includes('/starter-process.ts ') && Math.random() < 0.2
}

/** Kills the service now and then, until the signal fires: more seldom than its supervisor takes for one mishap. */
export async function killService(
  service: SoakedService,
  options: { onKill: (pid: number) => void; findings: Findings; every: number },
  ends: AbortSignal,
): Promise<void> {
  for (let count = 0; ; count += 1) {
    await sleep(options.every, undefined, { signal: ends }).catch(() => {})
    if (ends.aborted) return
    const pid = service.pid()
    if (pid === undefined) continue
    options.onKill(pid)
    if (kill(pid, count % 2 === 0 ? 'SIGKILL' : 'SIGTERM')) options.findings.count('services killed')
  }
}

function kill(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false // It has ended in between.
  }
}

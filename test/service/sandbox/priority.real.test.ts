import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'

/** A service in a session of its own; it prints its own priority and that of a process that it starts for a sandbox. */
const service = `
import { getPriority } from 'node:os'
import { readFileSync } from 'node:fs'
import { comeBeforeSandboxes } from '${import.meta.resolve('#service/bubblewrap/priority.ts')}'
import { startProcess } from '${import.meta.resolve('#service/bubblewrap/process-starter.ts')}'
const shareOf = (pid) => {
  try {
    return Number(readFileSync('/proc/' + pid + '/autogroup', 'utf8').split('nice ')[1])
  } catch {
    return 0
  }
}
comeBeforeSandboxes()
const { pid } = await startProcess({ command: ['sleep', '60'], descriptors: ['none', 'none', 'none'], user: {} })
console.log(JSON.stringify({ own: [getPriority(), shareOf('self')], sandbox: [getPriority(pid), shareOf(pid)] }))
process.kill(pid)
process.exit()
`

async function run(user: { uid?: number; gid?: number }) {
  const words = ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '-e', service]
  const child = spawn(process.execPath, words, {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...user,
  })
  return JSON.parse(await text(child.stdout)) as { own: [number, number]; sandbox: [number, number] }
}

it('a service comes before its sandboxes', async () => {
  const { own, sandbox } = await run({})
  expect(sandbox[0] - own[0]).toBeGreaterThanOrEqual(5)
})

it.runIf(process.getuid?.() === 0)('as root, its sandboxes have no less than other programs', async () => {
  const { own, sandbox } = await run({})
  expect(sandbox).toEqual([0, 0])
  expect(own[0]).toBe(-10)
})

it.runIf(process.getuid?.() === 0)('as an ordinary user, its sandboxes come after it', async () => {
  const { own, sandbox } = await run({ uid: 65534, gid: 65534 })
  expect([own[0], sandbox[0]]).toEqual([0, 5])
})

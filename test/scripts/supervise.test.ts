import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'

const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

describe('A supervised process', () => {
  it('is started again when it was killed, a little later each time', async () => {
    const { next } = supervise(
      `process.send('works'); console.log(process.pid); process.on('disconnect', () => process.exit())`,
    )
    const delays: string[] = []
    for (let n = 0; n < 3; n += 1) {
      process.kill(Number(await next()), 'SIGKILL')
      delays.push(await next())
    }
    expect(delays).toEqual([50, 100, 200].map((delay) => `it was killed (SIGKILL), again in ${delay}`))
    expect(Number(await next())).toBeGreaterThan(0)
  })

  it('is started again when it fails after it has worked', async () => {
    const { next } = supervise(`process.send('works', () => process.exit(3))`)
    expect([await next(), await next()]).toEqual(['exit code 3, again in 50', 'exit code 3, again in 100'])
  })

  it('is not tried again if it has never worked, and its exit code is ours', async () => {
    const { next, supervisor } = supervise(`process.exit(4)`)
    expect(await once(supervisor, 'exit')).toEqual([4, null])
    expect(await next()).toBe('')
  })

  it('gets the signal that ends us, and we wait for it', async () => {
    const { next, supervisor } = supervise(
      `process.on('SIGTERM', () => setTimeout(() => (console.log('ended'), process.exit(0)), 100))
       process.send('works'); console.log('works'); process.on('disconnect', () => process.exit())`,
    )
    await next()
    supervisor.kill('SIGTERM')
    expect(await once(supervisor, 'exit')).toEqual([0, null])
    expect(await next()).toBe('ended')
  })

  it('is not started again while we end', async () => {
    const { next, supervisor } = supervise(`process.send('works', () => process.exit(3))`)
    for (let n = 0; n < 4; n += 1) await next()
    supervisor.kill('SIGTERM')
    expect(await once(supervisor, 'exit')).toEqual([0, null])
  })
})

/** Supervises a program in a process of its own; `next` gives its lines and those on restarts, and nothing after the last. */
function supervise(program: string): { supervisor: ChildProcess; next: () => Promise<string> } {
  const script = `
    import { spawn } from 'node:child_process'
    import { supervise } from '${import.meta.resolve('#scripts/supervise.ts')}'
    const stdio = ['ignore', 'inherit', 'inherit', 'ipc']
    process.exitCode = await supervise({
      start: () => spawn(process.execPath, ['-e', ${JSON.stringify(program)}], { stdio }),
      onRestart: (how, delay) => console.log(how + ', again in ' + delay),
      firstDelay: 50,
    })`
  const supervisor = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(supervisor)
  const lines = createInterface({ input: supervisor.stdout })[Symbol.asyncIterator]()
  return { supervisor, next: async () => (await lines.next()).value ?? '' }
}

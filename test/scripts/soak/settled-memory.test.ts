import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, it } from 'vitest'
import { settledMemory } from '#scripts/soak/settled-memory.ts'

const program = `
const kept = []
process.on('message', (what) => {
  const objects = Array.from({ length: 300_000 }, (_, n) => ({ n, text: 'x' + n }))
  if (what === 'objects') kept.push(objects)
  if (what === 'buffers') kept.push(Buffer.alloc(40 * 1024 * 1024, 1))
  process.send('done')
})
process.send('ready')`

let child: ChildProcess
afterEach(() => child.kill('SIGKILL'))

it('counts objects and buffers that are kept, and no garbage', { timeout: 30_000 }, async () => {
  const { measure, tell } = await start()
  await tell('garbage')
  const before = await measure()
  for (let count = 0; count < 5; count += 1) await tell('garbage')
  expect(Math.abs((await measure()) - before)).toBeLessThan(8)
  await tell('objects')
  const after = await measure()
  expect(after - before).toBeGreaterThan(10)
  await tell('buffers')
  expect((await measure()) - after).toBeGreaterThan(30)
})

async function start() {
  child = spawn(process.execPath, ['--inspect-port=127.0.0.1:0', '-e', program], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let log = ''
  child.stderr!.on('data', (text: Buffer) => (log += text.toString()))
  await once(child, 'message')
  return {
    measure: () => settledMemory(child.pid!, () => log),
    async tell(what: string) {
      child.send(what)
      await once(child, 'message')
    },
  }
}

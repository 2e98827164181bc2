import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { takeLock, tryLock } from '#service/toolroom/lock.ts'
import { temporaryFolder } from './temporary-folder.ts'

const path = join(temporaryFolder(), 'lock')

it('A lock is had by one at a time, also within a process', async () => {
  const release = await takeLock(path)
  expect(await tryLock(path)).toBeUndefined()
  await release()
  const again = await tryLock(path)
  expect(again).toBeDefined()
  await again?.()
})

it('Who waits for a lock has it when the other lets go', async () => {
  const release = await takeLock(path)
  let had = false
  const waiting = takeLock(path).then((next) => ((had = true), next))
  await new Promise((settle) => setTimeout(settle, 100))
  expect(had).toBe(false)
  await release()
  await (
    await waiting
  )()
})

it('The lock of a process that was killed is free', async () => {
  const module = new URL('../../../src/service/toolroom/lock.ts', import.meta.url)
  const hold = `import { takeLock } from '${module}'; await takeLock('${path}'); console.log('held'); setInterval(() => {}, 1e9)`
  const other = spawn(process.execPath, ['--input-type=module', '--eval', hold])
  await once(other.stdout, 'data')
  expect(await tryLock(path)).toBeUndefined()
  other.kill('SIGKILL')
  await once(other, 'exit')
  await (
    await takeLock(path)
  )()
})

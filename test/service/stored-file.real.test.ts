import { expect, it } from 'vitest'
import { storeFile } from '#service/stored-file.ts'
import { openSandbox } from './sandbox/sandboxed.ts'

it('Jobs in the sandbox find a stored file beside their other files, again and again', async () => {
  const stored = storeFile(Buffer.alloc(3_000_000, 'stored '))
  const command = ['busybox', 'sh', '-c', 'cat before stored.bin after | busybox md5sum']
  const run = () => openSandbox().run({ command, files: { before: 'a', 'stored.bin': stored, after: 'b' } })
  const [first, second] = await Promise.all([run(), run()])
  expect(first).toMatchObject({ kind: 'exited', code: 0 })
  expect(second).toEqual(first)
  expect(await run()).toEqual(first)
})

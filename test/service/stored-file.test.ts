import { closeSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { storeFile } from '#service/stored-file.ts'
import { openSandbox } from './sandbox/sandboxed.ts'

const content = Buffer.alloc(3_000_000, 'stored ')

test('a stored file can be read by several at once, each from its beginning', () => {
  const stored = storeFile(content)
  const [first, second] = [stored.open(), stored.open()]
  expect(readFileSync(first).equals(content)).toBe(true)
  expect(readFileSync(second).equals(content)).toBe(true)
  for (const fd of [first, second]) closeSync(fd)
})

test('jobs in the sandbox find it beside their other files, again and again', async () => {
  const stored = storeFile(content)
  const command = ['busybox', 'sh', '-c', 'cat before stored.bin after | busybox md5sum']
  const run = () => openSandbox().run({ command, files: { before: 'a', 'stored.bin': stored, after: 'b' } })
  const [first, second] = await Promise.all([run(), run()])
  expect(first).toMatchObject({ kind: 'exited', code: 0 })
  expect(second).toEqual(first)
  expect(await run()).toEqual(first)
})

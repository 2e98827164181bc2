import { closeSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { storeFile } from '#service/stored-file.ts'

it('A stored file can be read by several at once, each from its beginning', () => {
  const content = Buffer.alloc(3_000_000, 'stored ')
  const stored = storeFile(content)
  const [first, second] = [stored.open(), stored.open()]
  expect(readFileSync(first).equals(content)).toBe(true)
  expect(readFileSync(second).equals(content)).toBe(true)
  for (const fd of [first, second]) closeSync(fd)
})

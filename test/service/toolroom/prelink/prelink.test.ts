import { expect, it } from 'vitest'
import { prelink } from '#service/toolroom/prelink/prelink.ts'

it('leaves alone what is no library', () => {
  expect(
    prelink(Buffer.from('/* GNU ld script */\nINPUT(libz3.so.4)\n'.padEnd(100)), 2 ** 44),
  ).toBeUndefined()
  expect(prelink(Buffer.alloc(0), 2 ** 44)).toBeUndefined()
})

it('leaves alone a library of another machine', () => {
  const arm64 = Buffer.alloc(64)
  arm64.write('\x7fELF', 'latin1')
  arm64.writeUInt16LE(3, 16)
  arm64.writeUInt16LE(183, 18)
  const before = Buffer.from(arm64)
  expect(prelink(arm64, 2 ** 44)).toBeUndefined()
  expect(arm64.equals(before)).toBe(true)
})

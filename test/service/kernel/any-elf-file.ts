import * as fc from 'fast-check'
import { toElfFile, toRelocation, toSymbol } from './elf-file.ts'

const anyNumber = fc.oneof(fc.nat(8), fc.nat(100), fc.constantFrom(0xff00, 0xffff, 2 ** 31, 2 ** 32 - 1))
const anyLarge = fc.oneof(anyNumber, fc.constantFrom(2 ** 40, 2 ** 53, 2 ** 63))
const anySymbol = fc
  .record({
    name: anyNumber,
    kind: fc.constantFrom(0, 2, 0x12, 0x20),
    section: fc.oneof(fc.nat(6), fc.constantFrom(0xffff, 0xfff1)),
    value: anyLarge,
    size: anyLarge,
  })
  .map(toSymbol)
const anyRelocation = fc.tuple(anyLarge, anyNumber).map(([offset, symbol]) => toRelocation(offset, symbol))
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 100 }),
  fc.array(fc.oneof(anySymbol, anyRelocation)).map((entries) => Buffer.concat(entries)),
  fc.constant(Buffer.from('\0.modinfo\0license=GPL\0name\0')),
)
const anySection = fc.record(
  {
    type: fc.constantFrom(0, 1, 2, 3, 4, 8, 18),
    name: anyNumber,
    link: fc.oneof(fc.nat(6), anyNumber),
    info: fc.oneof(fc.nat(6), anyNumber),
    bytes: anyBytes,
    size: anyLarge,
    offset: anyLarge,
  },
  { requiredKeys: ['type'] },
)
/** A file that looks like a module, more or less. */
export const anyElfFile = fc
  .record({ sections: fc.array(anySection, { maxLength: 8 }), names: anyNumber.map((n) => n & 0xffff) })
  .map(toElfFile)

import { expect, it } from 'vitest'
import { bytesOf, toPlainName } from '#course/kinds/measure/bytes-of.ts'

const sizes = {
  functions: [
    { name: 'driver::sum_all::<driver::Crc>', bytes: 100 },
    { name: 'driver::sum_all::<driver::Xor>', bytes: 40 },
    { name: 'driver::sum_all::<driver::Xor>::{closure#0}', bytes: 5 },
    { name: '<driver::Crc as driver::Sum>::update', bytes: 30 },
    { name: '<driver::Xor as driver::Sum>::update', bytes: 7 },
    { name: 'init_module', bytes: 60 },
  ],
  bytes: 242,
}

it.each([
  ['init_module', 'init_module'],
  ['driver::sum_all::<driver::Crc>', 'driver::sum_all'],
  ['<driver::Ring<u8, 4> as core::fmt::Debug>::fmt', 'driver::Ring::fmt'],
  ['<driver::Ring<u8>>::push::<fn(u8) -> u8>', 'driver::Ring::push'],
  ['driver::outer::{closure#0}::inner', 'driver::outer::inner'],
  ['<&driver::Ring as core::ops::Drop>::drop', '&driver::Ring::drop'],
  ['core::ptr::drop_in_place::<driver::Demo>', 'core::ptr::drop_in_place'],
])('%s is %s without its types', (name, plain) => expect(toPlainName(name)).toBe(plain))

it('a generic function counts with each of its types and with its closures', () => {
  expect(bytesOf(['sum_all'], sizes)).toBe(145)
})

it('a method is named with its type, or counts for all types', () => {
  expect(bytesOf(['Crc::update'], sizes)).toBe(30)
  expect(bytesOf(['update'], sizes)).toBe(37)
})

it('a function that was inlined is not there', () => expect(bytesOf(['all'], sizes)).toBeUndefined())

it('«all» is the code of the whole module', () => expect(bytesOf('all', sizes)).toBe(242))

import { expect, it } from 'vitest'
import { Diagnostic } from '#protocol/diagnostic.ts'
import { toRefusal } from '#service/kernel/refusal.ts'

it('the line of the kernel that a use led to is one of the protocol, where the symboliser knows of none', () => {
  const files = { 'driver.c': 'int f(void) { return rust_build_error(); }\n' }
  const chain = [
    { file: '/usr/src/linux/rust/kernel/build_assert.rs', line: 0 },
    { file: '/work/driver.c', line: 1 },
  ]
  const refusal = toRefusal('rust_build_error', { isExported: false, chain, files })
  expect(Diagnostic.parse(refusal).spans.map(({ file, start }) => [file, start.line])).toEqual([
    ['driver.c', 1],
    ['rust/kernel/build_assert.rs', 1],
  ])
})

import { describe, expect, it } from 'vitest'
import type { Fetch } from '#playground/backends/send-request.ts'
import { createFakeHost } from './fake-host.ts'

const files = { 'demo.rs': 'use kernel::prelude::*;' }
const accepted = {
  ...{ outcome: 'accepted', bytes: 120, toolchain: 'rustc 1.85.1, Linux 7.3.4' },
  functions: [
    { name: 'driver::sum', bytes: 90 },
    { name: 'init_module', bytes: 30 },
  ],
}
const answering =
  (answer: object): Fetch =>
  async () =>
    Response.json(answer)

describe('no-oops inspect', () => {
  it('prints the bytes of each function', async () => {
    const { run, out } = createFakeHost({ files, fetch: answering(accepted) })
    expect(await run('inspect demo.rs')).toBe(0)
    expect(out()).toBe(
      '     90  driver::sum\n     30  init_module\n    120  in all (rustc 1.85.1, Linux 7.3.4)\n',
    )
  })

  it('prints the assembly of a function with the lines that it comes from', async () => {
    const lines = [{ text: 'sum:' }, { text: '\txor eax, eax', file: 'driver.rs', line: 7 }]
    const answer = { ...accepted, assembly: { name: 'driver::sum', lines, more: 0 } }
    const { run, out } = createFakeHost({ files, fetch: answering(answer) })
    expect(await run('inspect demo.rs --function sum')).toBe(0)
    expect(out()).toMatch(/\nsum:\n {4}xor eax, eax +# demo\.rs:7\n$/)
  })

  it('says so where there is no such function', async () => {
    const { run, err } = createFakeHost({ files, fetch: answering(accepted) })
    expect(await run('inspect demo.rs --function add')).toBe(1)
    expect(err()).toContain('There is no function «add»')
  })

  it('takes only drivers', async () => {
    const { run, err } = createFakeHost({ files: { 'main.rs': 'fn main() {}' } })
    expect(await run('inspect main.rs')).toBe(2)
    expect(err()).toContain('only drivers are taken apart')
  })
})

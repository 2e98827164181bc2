import { describe, expect, it } from 'vitest'
import { createEarlySymboliser } from '#service/kernel-log/early-symboliser.ts'
import { symbolise } from '#service/kernel-log/symbolise.ts'
import { startSymboliser } from '#service/kernel-log/waiting-symboliser.ts'
import type { ParserPool } from '#service/parsing/parser-pool.ts'
import { createFakeSandbox } from '../fake-sandbox.ts'

const module = new Uint8Array([1])
const addressed = { kind: 'parsed', value: { module, addresses: [0x10004] } }
const parsers: ParserPool = { parse: () => Promise.resolve(addressed as never) }
const lines = ['{"Symbol":[{"FileName":"driver.c","Line":4}]}\n', '{"Symbol":[]}\n']

function start() {
  const compilers = createFakeSandbox()
  return { compilers, waiting: startSymboliser(module, { compilers, parsers }) }
}

describe('a symboliser that waits', () => {
  it('is sent how many addresses there are, and these', async () => {
    const { compilers, waiting } = start()
    const { inputs, end } = await compilers.next()
    void waiting.ask([0x10004, 0x10010])
    const sent = inputs!.parcel.read() as Buffer
    expect(sent.toString()).toBe('2\n0x10004\n0x10010\n')
    end()
  })

  it('has answered when each address has its line, though its sandbox has not ended', async () => {
    const { compilers, waiting } = start()
    const job = await compilers.next()
    const answer = waiting.ask([0x10004, 0x10010])
    for (const piece of [lines[0]!.slice(0, 7), lines[0]!.slice(7), lines[1]!])
      job.onStdout!(Buffer.from(piece))
    expect(await answer).toBe(lines.join(''))
    await waiting.end()
    expect(job.aborted).toBe(true)
  })

  it('has no answer if it could not wait', async () => {
    const { compilers, waiting } = start()
    ;(await compilers.next()).stop('time')
    expect(await waiting.ask([0x10004])).toBeUndefined()
  })
})

describe('a symboliser that is started early', () => {
  it('is started once, for the module that is there, and only when the console has a sign of a report', async () => {
    const compilers = createFakeSandbox()
    const early = createEarlySymboliser({ compilers, parsers })
    early.hear(Buffer.from('BUG: not ours yet'))
    early.about(module)
    early.hear(Buffer.from('# insmod driver.ko\n'))
    expect(early.waiting).toBeUndefined()
    early.hear(Buffer.from('BUG: KASAN: slab-use-after-free'))
    early.hear(Buffer.from('Call Trace:'))
    await compilers.next()
    expect(compilers.jobs).toHaveLength(1)
    expect(early.waiting?.module).toBe(module)
    await early.end()
    expect(compilers.jobs[0]!.aborted).toBe(true)
  })
})

describe('frames of a module', () => {
  const frames = [{ symbol: 'demo_read', offset: 4, isReturn: false }] as never

  it.each([
    ['another module', { module: new Uint8Array([2]), ask: () => Promise.resolve('never asked') }],
    ['one that failed', { module, ask: () => Promise.resolve(undefined) }],
  ])('are found by a new symboliser where %s was waited with', async (_, other) => {
    const compilers = createFakeSandbox()
    const waiting = { ...other, end: () => Promise.resolve() }
    const found = symbolise({ module, frames }, { compilers, parsers, waiting })
    const job = await compilers.next()
    expect(job.files.addresses).toBe('0x10004\n')
    job.end({ stdout: Buffer.from(lines[0]!) })
    expect(await found).toEqual([[{ file: 'driver.c', line: 4 }]])
  })
})

import { describe, expect, it } from 'vitest'
import { parseClang } from '#service/clang-diagnostics/parse-clang.ts'
import { createParserPool, type ParserPoolOptions } from '#service/parsing/parser-pool.ts'
import { QueueFull } from '#service/queue.ts'

const files = { 'driver.c': 'int x;\n' }
const line = 'driver.c:1:5: error: x\n'
const small = { output: line, files }
const large = { output: line.repeat(5000), files }

function createBrokenPool(options: Partial<ParserPoolOptions> = {}): ReturnType<typeof createParserPool> {
  return createParserPool({
    file: new URL('broken-parsers.ts', import.meta.url),
    milliseconds: 2500,
    ...options,
  })
}

describe('an output', () => {
  it('that is small is read at once, without a thread', async () => {
    const pool = createBrokenPool()
    expect(await pool.parse('clang', small)).toEqual({ kind: 'parsed', value: parseClang(line, files) })
  })

  it('that is large is read the same in a thread, and this one goes on meanwhile', async () => {
    const pool = createParserPool()
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 1)
    const told = await pool.parse('clang', large)
    clearInterval(ticking)
    expect(turns).toBeGreaterThan(2)
    expect(told).toEqual({ kind: 'parsed', value: parseClang(large.output, files) })
  })

  it('that is a module is read in a thread as well', async () => {
    const output = Buffer.alloc(2_000_000)
    expect(await createParserPool().parse('moduleNeeds', { output })).toEqual({
      kind: 'parsed',
      value: undefined,
    })
  })
})

describe('a parser', () => {
  const stopped = { kind: 'stopped', reason: 'output' }

  it('that never ends is stopped, and others go on beside it and after it', async () => {
    const pool = createBrokenPool({ threads: 2 })
    const late = pool.parse('clang', large)
    expect(await pool.parse('kernelLog', large)).toMatchObject({ value: 'was called' })
    expect(await late).toEqual(stopped)
    const others = [1, 2, 3].map(() => pool.parse('kernelLog', large))
    expect(await Promise.all(others)).toEqual(others.map(() => ({ kind: 'parsed', value: 'was called' })))
  })

  it('that waits for a thread has all of its time from when it gets one', async () => {
    const pool = createBrokenPool({ threads: 1 })
    const late = [pool.parse('clang', large), pool.parse('clang', large)]
    expect(await pool.parse('kernelLog', large)).toMatchObject({ value: 'was called' })
    expect(await Promise.all(late)).toEqual([stopped, stopped])
  })

  it('that takes all memory is stopped', async () => {
    const pool = createBrokenPool({ milliseconds: 60_000 })
    expect(await pool.parse('rustc', large)).toEqual(stopped)
    expect(await pool.parse('kernelLog', large)).toMatchObject({ value: 'was called' })
  }, 60_000)

  it('that has a mistake says so', async () => {
    await expect(createBrokenPool().parse('linker', large)).rejects.toThrow('a mistake')
  })
})

describe('whoever goes away', () => {
  it('ends a parser that runs, and one that waits never starts', async () => {
    const pool = createBrokenPool({ threads: 1, milliseconds: 60_000 })
    const client = new AbortController()
    const gone = [pool.parse('clang', large, client.signal), pool.parse('clang', large, client.signal)]
    const next = pool.parse('kernelLog', large)
    client.abort()
    for (const parsing of gone) await expect(parsing).rejects.toMatchObject({ name: 'AbortError' })
    expect(await next).toMatchObject({ value: 'was called' })
  })
})

describe('there is no room', () => {
  it('for more that wait than there may', async () => {
    const pool = createBrokenPool({ threads: 1, mostWaiting: 1 })
    const taken = [pool.parse('kernelLog', large), pool.parse('kernelLog', large)]
    await expect(pool.parse('kernelLog', large)).rejects.toThrow(QueueFull)
    expect(await Promise.all(taken)).toHaveLength(2)
  })

  it('where no thread can be started', async () => {
    const pool = createBrokenPool({ file: new URL('no-such-file.ts', import.meta.url), milliseconds: 60_000 })
    for (const time of ['once', 'again'])
      await expect(pool.parse('kernelLog', large), time).rejects.toThrow(QueueFull)
  })
})

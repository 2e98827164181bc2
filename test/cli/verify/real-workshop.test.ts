import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBubblewrapSandbox } from '#service/bubblewrap.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { createProofCache } from '#cli/verify/proof-cache.ts'
import { createWorkshop, type Workshop } from '#cli/verify/workshop.ts'

let folder: string
let workshop: Workshop

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'no-oops-proofs-'))
  const { root, make } = openToolroom()
  expect(await make()).toMatchObject({ state: 'ready' })
  const place = { sandbox: createBubblewrapSandbox({ root }), root, toolchain: 'rustc 1.85.1' }
  workshop = createWorkshop(place, createProofCache(folder, 'test'))
})

afterAll(() => rm(folder, { recursive: true }))

describe('the real workshop does what the fake one pretends', () => {
  it('refuses with the code that rustc gives', async () => {
    const files = { 'main.rs': 'fn main() {\n    let a: u8 = "a";\n}\n' }
    expect(await workshop.compile('check', files)).toMatchObject({
      outcome: 'rejected',
      diagnostics: [{ code: 'E0308' }],
    })
  })

  it('says what rustfmt would change, and nothing of a text that is formatted', async () => {
    expect(await workshop.format('fn main() {}\n')).toBe('')
    expect(await workshop.format('fn main() {\nlet a = 1;\n}\n')).toContain('+    let a = 1;')
  })

  it('fails on what rustfmt cannot read', async () => {
    await expect(workshop.format('fn main( {')).rejects.toThrow(/rustfmt could not read it/)
  })

  it('runs each test by itself: a panic fails only its own', async () => {
    const tests =
      'use super::*;\n#[test]\nfn holds() { one(); }\n#[test]\nfn panics() { assert_eq!(one(), 2); }\n'
    const built = await workshop.compile('build', {
      'main.rs': 'fn one() -> u8 { 1 }\nfn main() { one(); }\n',
      'tests.rs': tests,
    })
    if (built.outcome !== 'accepted') throw new Error('it should compile')
    const results = await workshop.runTests(built.artifact!)
    expect(results.map(({ name, passed }) => [name, passed])).toEqual([
      ['holds', true],
      ['panics', false],
    ])
    expect(results[1]!.output).toMatch(/tests\.rs:5.*\n.*left == right/)
  })
})

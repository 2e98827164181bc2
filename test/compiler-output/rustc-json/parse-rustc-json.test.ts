import { describe, expect, it } from 'vitest'
import { Diagnostic } from '#protocol/diagnostic.ts'
import { parseRustcJson } from '#compiler-output/rustc-json/parse-rustc-json.ts'
import { programNames, readProgram, readRecorded } from './programs.ts'
import { tell } from './tell.ts'

describe('diagnostics of recorded programs', () => {
  it.each(programNames)('%s', async (name) => {
    const source = readProgram(name)
    const diagnostics = parseRustcJson(readRecorded(name), { 'main.rs': source })
    expect(Diagnostic.array().parse(diagnostics)).toEqual(diagnostics)
    await expect(tell(diagnostics, source)).toMatchFileSnapshot(`programs/${name}.txt`)
  })
})

describe('the text that rustc prints of a diagnostic', () => {
  const [recorded, files] = [readRecorded('two-writers'), { 'main.rs': readProgram('two-writers') }]

  it('is with the diagnostic if it is asked for', () => {
    const [diagnostic] = parseRustcJson(recorded, files, true)
    expect(diagnostic!.rendered).toMatch(/^error\[E0499\]: cannot borrow .+\n +--> main\.rs:\d+:\d+\n/)
  })

  it('is left out if it is not', () => {
    expect(parseRustcJson(recorded, files)[0]).not.toHaveProperty('rendered')
  })
})

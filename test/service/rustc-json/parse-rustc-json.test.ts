import { describe, expect, it } from 'vitest'
import { Diagnostic } from '#protocol/diagnostic.ts'
import { parseRustcJson } from '#service/rustc-json/parse-rustc-json.ts'
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

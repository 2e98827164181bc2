import { describe, expect, it } from 'vitest'
import { Diagnostic } from '#protocol/diagnostic.ts'
import { parseClang } from '#service/clang-diagnostics/parse-clang.ts'
import { tell } from '../../compiler-output/rustc-json/tell.ts'
import { programNames, readProgram, readRecorded } from './programs.ts'

describe('diagnostics of recorded drivers', () => {
  it.each(programNames)('%s', async (name) => {
    const files = readProgram(name)
    const diagnostics = parseClang(readRecorded(name), files)
    expect(Diagnostic.array().parse(diagnostics)).toEqual(diagnostics)
    await expect(tell(diagnostics, files['driver.c'])).toMatchFileSnapshot(`programs/${name}.txt`)
  })
})

it('a fix may hold what C has to escape', () => {
  const stderr = 'driver.c:1:1: warning: w [-Wx]\nfix-it:"driver.c":{1:1-1:2}:"\\"\\\\\\n\\303\\251"\n'
  expect(parseClang(stderr, { 'driver.c': 'x' })[0]!.fixes[0]!.edits[0]!.text).toBe('"\\\né')
})

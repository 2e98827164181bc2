import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { most } from '#compiler-output/cap-diagnostics.ts'
import { parseRustcJson } from '#compiler-output/rustc-json/parse-rustc-json.ts'
import { anyOutput, anySource } from '../../service/any-output.ts'
import { expectSound } from '../../service/expect-sound.ts'
import { anyRustcLine } from './any-rustc-line.ts'
import { programNames, readProgram, readRecorded } from './programs.ts'

describe('whatever rustc writes', () => {
  it('becomes diagnostics that lie in the files', () => {
    fc.assert(
      fc.property(anyOutput(anyRustcLine), anySource, anySource, (stderr, source, ring) => {
        const files = { 'main.rs': source, 'ring.rs': ring }
        expectSound(parseRustcJson(stderr, files), files)
      }),
      { numRuns: 300 },
    )
  })

  it('does so if it is about another file than the one that was sent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...programNames), anySource, (name, source) => {
        const files = { 'main.rs': source }
        expectSound(parseRustcJson(readRecorded(name), files), files)
      }),
    )
  })

  it('loses no more than the line that is cut off', () => {
    const whole = readRecorded('two-writers')
    const files = { 'main.rs': readProgram('two-writers') }
    const told = parseRustcJson(whole, files)
    fc.assert(
      fc.property(fc.nat(whole.length), (length) => {
        const diagnostics = parseRustcJson(whole.slice(0, length), files)
        const complete = diagnostics.filter(({ message }) => !message.endsWith('could not be read'))
        expect(complete).toEqual(told.slice(0, complete.length))
      }),
    )
  })
})

describe('of more than somebody can read', () => {
  const message = { message: 'x', level: 'error', code: null, spans: [], children: [] as object[] }
  const line = (parts: object): string => `${JSON.stringify({ ...message, ...parts })}\n`

  it('the errors are kept, and how much more there was is told last', () => {
    const stderr = line({ level: 'warning' }).repeat(600) + line({}) + '{\n'.repeat(2)
    const diagnostics = parseRustcJson(stderr, { 'main.rs': '' })
    expect(diagnostics.filter(({ severity }) => severity === 'error').length).toBe(1)
    expect(diagnostics.at(-1)!.message).toBe('… and 101 more messages and 2 messages that could not be read')
  })

  it('a fix is whole or not there', () => {
    const part = {
      file_name: 'main.rs',
      line_start: 1,
      line_end: 1,
      column_end: 1,
      label: null,
      expansion: null,
    }
    const spans = Array.from({ length: most.edits + 1 }, (_, n) => ({
      ...{ ...part, column_start: n, is_primary: true },
      ...{ suggested_replacement: 'x', suggestion_applicability: null },
    }))
    const help = { message: 'h', level: 'help', spans }
    const [diagnostic] = parseRustcJson(line({ children: [help] }), { 'main.rs': 'x'.repeat(2000) })
    expect(diagnostic!.fixes).toEqual([])
    expect(diagnostic!.children.map((child) => child.message)).toEqual(['h', '… and 1 more fix'])
    help.spans = spans.slice(1)
    const [other] = parseRustcJson(line({ children: [help] }), { 'main.rs': 'x'.repeat(2000) })
    expect(other!.fixes[0]!.edits.length).toBe(most.edits)
  })
})

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
    const [diagnostic] = parseRustcJson(recorded, files, { rendered: true })
    expect(diagnostic!.rendered).toMatch(/^error\[E0499\]: cannot borrow .+\n +--> main\.rs:\d+:\d+\n/)
  })

  it('is left out if it is not', () => {
    expect(parseRustcJson(recorded, files)[0]).not.toHaveProperty('rendered')
  })
})

describe('notes that rustc sends after an error', () => {
  const files = { 'main.rs': 'const {}\nfn main() {\n    f::<12>();\n}\n' }
  const sent = [
    message('error', 'evaluation of `f::<12>` failed', 1),
    message('note', 'erroneous constant encountered', 1),
    message('note', 'the above error was encountered while instantiating `fn f::<12>`', 3),
  ].join('\n')

  it('belong to it, but for those that only point at it again', () => {
    const [diagnostic, ...others] = parseRustcJson(sent, files, { rendered: true })
    expect(others).toEqual([])
    const [note, ...more] = diagnostic!.children
    expect(more).toEqual([])
    expect(note!.spans[0]!.start.line).toBe(3)
    expect(diagnostic!.rendered).toBe('error 1\nnote 3')
  })
})

function message(level: string, message: string, line: number): string {
  const place = { line_start: line, line_end: line, column_start: 1, column_end: 3 }
  const span = { file_name: 'main.rs', ...place, is_primary: true, label: null }
  return JSON.stringify({
    ...{ level, message, code: null, children: [], rendered: `${level} ${line}\n` },
    spans: [{ ...span, suggested_replacement: null, suggestion_applicability: null, expansion: null }],
  })
}

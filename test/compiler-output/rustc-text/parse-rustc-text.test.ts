import { describe, expect, it } from 'vitest'
import type { Diagnostic, Span } from '#protocol/diagnostic.ts'
import { parseRustcJson } from '#compiler-output/rustc-json/parse-rustc-json.ts'
import { parseRustcText } from '#compiler-output/rustc-text/parse-rustc-text.ts'
import { programNames, readProgram, readRecorded } from '../rustc-json/programs.ts'

/** What rustc drew of a recorded program, and what its JSON says of the same. */
function readBoth(name: string): { text: Diagnostic[]; json: Diagnostic[]; source: string } {
  const files = { 'main.rs': readProgram(name) }
  const json = parseRustcJson(readRecorded(name), files, { rendered: true })
  const drawn = json.map(({ rendered }) => `${rendered}\n\n`).join('')
  return { text: parseRustcText(drawn, files), json, source: files['main.rs'] }
}

const ownSpans = ({ spans }: Diagnostic): Span[] => spans.filter(({ external }) => !external)
const isPlace = ({ start, end }: Span): boolean => start.line === end.line && start.column === end.column

function isSame(a: Pick<Span, 'file' | 'start' | 'end'>, b: Pick<Span, 'file' | 'start' | 'end'>): boolean {
  const toText = ({ file, start, end }: typeof a) =>
    JSON.stringify([file, start.line, start.column, end.line, end.column])
  return toText(a) === toText(b)
}

describe.each(programNames)('the text of «%s»', (name) => {
  const { text, json } = readBoth(name)

  it('has the same messages as the JSON', () => {
    const toHead = ({ severity, message }: Diagnostic) => ({ severity, message })
    expect(text.map(toHead)).toEqual(json.map(toHead))
  })

  it('has the same error codes', () => {
    const codes = (all: Diagnostic[]) => all.map(({ code }) => code).filter((code) => code?.startsWith('E'))
    expect(codes(text)).toEqual(codes(json))
  })

  it('has no span that the JSON does not have', () => {
    for (const [index, diagnostic] of text.entries()) {
      for (const { label, primary: _, ...place } of diagnostic.spans.filter((span) => !isPlace(span))) {
        const there = ownSpans(json[index]!).filter((span) => isSame(span, place))
        expect(there.map((span) => span.label)).toContain(label)
      }
    }
  })

  it('knows where the primary span begins, if it is in the program', () => {
    for (const [index, { spans }] of json.entries()) {
      const all = spans.filter(({ primary, external }) => primary && !external)
      if (all.length === 0) continue
      expect(all.map(({ start }) => start)).toContainEqual(
        text[index]!.spans.find(({ primary }) => primary)?.start,
      )
    }
  })
})

describe('rustc’s text', () => {
  it('shows most spans to the column', () => {
    const both = programNames.map(readBoth)
    const all = both.flatMap(({ json }) => json.flatMap(ownSpans)).length
    const exact = both.flatMap(({ text }) =>
      text.flatMap(({ spans }) => spans.filter((span) => !isPlace(span))),
    ).length
    expect(exact / all).toBeGreaterThan(0.65)
  })

  it('is read among what Cargo says of its own', () => {
    const text = `   Compiling playground v0.0.1 (/playground)
error[E0425]: cannot find value \`nothing\` in this scope
 --> src/main.rs:2:5
  |
2 |     nothing
  |     ^^^^^^^ not found in this scope

For more information about this error, try \`rustc --explain E0425\`.
error: could not compile \`playground\` (bin "playground") due to 1 previous error
`
    expect(parseRustcText(text, { 'main.rs': 'fn main() {\n    nothing\n}\n' })).toEqual([
      {
        severity: 'error',
        code: 'E0425',
        message: 'cannot find value `nothing` in this scope',
        spans: [
          {
            ...{ file: 'main.rs', primary: true, label: 'not found in this scope' },
            ...{ start: { line: 2, column: 5 }, end: { line: 2, column: 12 } },
          },
        ],
        children: [],
        fixes: [],
      },
    ])
  })

  it('names a lint', () => {
    const text = `warning: unused variable: \`a\`
 --> src/main.rs:1:17
  |
1 | fn main() { let a = 1; }
  |                 ^ help: if this is intentional, prefix it with an underscore: \`_a\`
  |
  = note: \`#[warn(unused_variables)]\` on by default

warning: \`playground\` (bin "playground") generated 1 warning
`
    const found = parseRustcText(text, { 'main.rs': 'fn main() { let a = 1; }\n' })
    expect(found).toMatchObject([{ severity: 'warning', code: 'unused_variables' }])
  })

  it('that shows another text than the one that was sent has the place alone', () => {
    const text = 'error: no\n --> src/main.rs:1:3\n  |\n1 | let b = 1;\n  |   ^^\n'
    expect(parseRustcText(text, { 'main.rs': 'fn main() {}' })[0]!.spans).toEqual([
      { file: 'main.rs', start: { line: 1, column: 3 }, end: { line: 1, column: 3 }, primary: true },
    ])
  })

  it.each(['', 'no rustc at all', '{"error":"busy"}', 'error', '--> main.rs:1:1', 'error: x\n'.repeat(3)])(
    'can be «%s» without harm',
    (text) => {
      expect(() => parseRustcText(text, { 'main.rs': '' })).not.toThrow()
    },
  )
})

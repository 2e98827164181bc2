import { describe, expect, it } from 'vitest'
import type { Diagnostic, Span } from '#protocol/diagnostic.ts'
import { compareAll } from '#scripts/ui-tests/compare-all.ts'
import { readRendered } from '#scripts/ui-tests/read-rendered.ts'
import { readText } from '#scripts/ui-tests/read-text.ts'
import { parseRustcJson } from '#compiler-output/rustc-json/parse-rustc-json.ts'
import { programNames, readProgram, readRecorded } from '../../compiler-output/rustc-json/programs.ts'

describe('our diagnostics of recorded programs say what the text beside them says', () => {
  it.each(programNames)('%s', (name) => {
    expect(compareProgram(name)).toEqual([])
  })
})

describe('a difference is seen', () => {
  it('in the code', () => {
    expect(compareProgram('used-after-move', (one) => ({ ...one, code: 'E0505' }))).not.toEqual([])
  })

  it('in the severity', () => {
    expect(compareProgram('used-after-move', (one) => ({ ...one, severity: 'warning' }))).not.toEqual([])
  })

  it('in the column', () => {
    expect(
      compareProgram(
        'used-after-move',
        withSpans((span) => move(span, 0, 1)),
      ),
    ).not.toEqual([])
  })

  it('in the line of a label', () => {
    const further = withSpans((span) => (span.primary ? span : move(span, 1, 0)))
    expect(compareProgram('used-after-move', further)).not.toEqual([])
  })

  it('in the words of a label', () => {
    expect(
      compareProgram(
        'used-after-move',
        withSpans((span) => ({ ...span, label: 'here' })),
      ),
    ).not.toEqual([])
  })

  it('in the number of labels', () => {
    const fewer = (one: Diagnostic): Diagnostic => ({ ...one, spans: one.spans.slice(0, -1) })
    expect(compareProgram('used-after-move', fewer)).not.toEqual([])
  })

  it('in the line of a span without a label', () => {
    const further = withSpans((span) => (span.label === undefined ? move(span, 1, 0) : span))
    expect(
      compareProgram('without-a-place', (one) => ({ ...one, children: one.children.map(further) })),
    ).not.toEqual([])
  })

  it('in a note', () => {
    expect(compareProgram('macro-in-macro', (one) => ({ ...one, children: [] }))).not.toEqual([])
  })
})

function compareProgram(name: string, change = (one: Diagnostic): Diagnostic => one): string[] {
  const [files, json] = [{ 'main.rs': readProgram(name) }, readRecorded(name)]
  const diagnostics = parseRustcJson(json, files).map(change)
  const texts = readRendered(json)
    .filter((text) => /^(error|warning)/.test(text) && !/^error: aborting|^warning: \d+ warning/.test(text))
    .map(readText)
  return compareAll(texts, diagnostics, files).differences
}

function withSpans(change: (span: Span) => Span): <One extends { spans: Span[] }>(one: One) => One {
  return (one) => ({ ...one, spans: one.spans.map(change) })
}

function move(span: Span, lines: number, columns: number): Span {
  const [start, end] = [span.start, span.end].map(({ line, column }) => ({
    line: line + lines,
    column: column + columns,
  }))
  return { ...span, start: start!, end: end! }
}

import { expect } from 'vitest'
import type { SourceFiles } from '#protocol/compile.ts'
import { Diagnostic, type Position, type Span } from '#protocol/diagnostic.ts'
import { most } from '#compiler-output/cap-diagnostics.ts'
import { toSourceLines } from '#compiler-output/rustc-json/source-lines.ts'

/** Fails unless the diagnostics are in the protocol's form, lie in the files and are no more than somebody can read. */
export function expectSound(diagnostics: Diagnostic[], files: SourceFiles): void {
  expect(Diagnostic.array().parse(diagnostics)).toEqual(diagnostics)
  expect(diagnostics.length).toBeLessThanOrEqual(most.diagnostics + 1)
  const places = diagnostics.flatMap(({ spans, children }) => [
    spans,
    ...children.map((child) => child.spans),
  ])
  expect(places.flat().length).toBeLessThanOrEqual(most.spansOfAnswer)
  for (const { spans, children, fixes } of diagnostics) {
    expect(children.length).toBeLessThanOrEqual(most.children + 1)
    expect(fixes.length).toBeLessThanOrEqual(most.fixes)
    const edits = fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))
    const all = [...spans, ...children.flatMap((child) => child.spans), ...edits]
    for (const span of all) expect(isWithin(span, files), JSON.stringify(span)).toBe(true)
  }
}

function isWithin({ file, start, end, external }: Span, files: SourceFiles): boolean {
  const lines = toSourceLines(files).get(file)
  if (!lines || external) return !lines && external === true
  return [start, end].every((place) => isIn(place, lines)) && !isBefore(end, start)
}

function isIn({ line, column }: Position, lines: readonly string[]): boolean {
  return line >= 1 && line <= lines.length && column >= 1 && column <= lines[line - 1]!.length + 1
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column)
}

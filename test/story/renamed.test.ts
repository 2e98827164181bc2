import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readMarkers } from '#course/duties.ts'
import { Recorded } from '#course/parts.ts'
import { readRenamed, renamedPath, toRow } from '#course/renamed.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { RenamedRow } from '#protocol/renamed-row.ts'
import { describeRenamed } from '#story/renamed/describe-renamed.ts'
import { matchRenamed } from '#story/renamed/match-renamed.ts'
import { toStories } from '#story/to-story.ts'
import { driverNames, readDriver, readRecordedOf, toDriverRequest } from './drivers.ts'
import { programNames, readProgram, readRecorded } from './programs.ts'

const yaml = readFileSync(new URL(`../../lessons/${renamedPath}`, import.meta.url), 'utf8')
const rows = readRenamed({ [renamedPath]: yaml }).map(toRow)

describe('what took the place of an old API is told of each error that is about one', () => {
  it.each(driverNames)('%s', async (name) => {
    await expect(rowsOf(name).join('\n').concat('\n')).toMatchFileSnapshot(`drivers/${name}.rows.txt`)
  })
})

it('at least sixty rows are there, of both languages', () => {
  expect(rows.length).toBeGreaterThan(60)
  expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(['rust', 'c']))
})

it('of programs that have other mistakes nothing is said', () => {
  const said = programNames.flatMap((name) =>
    ['main.rs', 'driver.rs'].flatMap((file) =>
      readRecorded(name).flatMap((diagnostic) =>
        matchRenamed(rows, diagnostic, { file, text: readProgram(name), language: 'rust' }).map(
          ({ row }) => `${name}: ${row.name}`,
        ),
      ),
    ),
  )
  expect(said).toEqual([])
})

it('no row gives away what a lesson’s start is to be refused for', () => {
  const folder = new URL('../../lessons/', import.meta.url)
  const told = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/recorded.json'))
    .flatMap((path) => {
      const lesson = new URL(path.replace('recorded.json', ''), folder)
      const start = new URL('start/driver.rs', lesson)
      if (!existsSync(start)) return []
      const { diagnostics } = Recorded.strip().parse(
        JSON.parse(readFileSync(new URL(path, folder), 'utf8')),
      ).start
      const { text } = readMarkers(readFileSync(start, 'utf8'))
      const edited = { file: 'driver.rs', text, language: 'rust' as const }
      return diagnostics.flatMap((it) =>
        matchRenamed(rows, it, edited).map(({ row }) => `${path}: ${row.name}`),
      )
    })
  expect(told).toEqual([])
})

describe('a row', () => {
  const row: RenamedRow = {
    ...{ name: 'old', language: 'rust', old: 'old()', new: 'new()', why: 'It is so.' },
    told: { code: 'E0425', says: '`old`', at: 'old', line: 'old\\(', defined: 'rust/kernel/lib.rs' },
    fix: { find: '\\bold\\((\\w*)\\)', put: 'new($1, 1)' },
  }
  const text = 'let é = old(a) + old(b);'
  const at = (column: number): Diagnostic => ({
    ...{ severity: 'error', code: 'E0425', message: 'cannot find `old`', children: [], fixes: [] },
    spans: [
      { file: 'driver.rs', start: { line: 1, column }, end: { line: 1, column: column + 3 }, primary: true },
      {
        ...{ file: 'rust/kernel/lib.rs', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
        ...{ primary: false, external: true },
      },
    ],
  })
  const match = (diagnostic: Diagnostic, line = text) =>
    matchRenamed([row], diagnostic, { file: 'driver.rs', text: line, language: 'rust' })

  it('changes what the error points at, and nothing beside it', () => {
    const [found] = match(at(18))
    expect(found!.fix!.edits).toMatchObject([
      { span: { start: { column: 18 }, end: { column: 24 } }, text: 'new(b, 1)' },
    ])
  })

  it('offers no edit where what it looks for is written otherwise', () => {
    expect(match(at(5), 'let old(x + 1);')[0]).toEqual({ row })
  })

  it.each<[string, Partial<Diagnostic>]>([
    ['of another code', { code: 'E0412' }],
    ['without a code', { code: undefined }],
    ['with other words', { message: 'cannot find `older`' }],
    ['that is a warning', { severity: 'warning' }],
    ['that points into no file of the row', { spans: at(9).spans.slice(0, 1) }],
    ['that stands in another file', { spans: at(9).spans.map((span) => ({ ...span, file: 'a.rs' })) }],
  ])('says nothing of a message %s', (_, other) => {
    expect(match({ ...at(9), ...other })).toEqual([])
  })

  it('says nothing where the line or the place has another text', () => {
    expect(match(at(9), 'let é = old;')).toEqual([])
    expect(match(at(10))).toEqual([])
  })

  it('takes the place of what the compiler would guess', () => {
    const fixes = [{ title: 'a similar name exists', edits: [], applicability: 'MaybeIncorrect' as const }]
    const diagnostics = [{ ...at(9), fixes }]
    const [story] = toStories({ file: 'driver.rs', source: 'rustc', diagnostics, text, renamed: [row] })
    expect(story!.fixes.map(({ title }) => title)).toEqual(['use `new()`'])
    const [other] = toStories({ file: 'driver.rs', source: 'rustc', diagnostics, text })
    expect(other!.fixes).toEqual(fixes)
  })

  it('says since when, or only that it is so now', () => {
    expect(describeRenamed({ ...row, since: '6.13' })).toBe('Since 6.13: `new()`. It is so.')
    expect(describeRenamed(row)).toBe('Now: `new()`. It is so.')
  })
})

function rowsOf(name: string): string[] {
  const { root, language } = toDriverRequest(name)
  const text = readDriver(name)
  const stories = toStories({
    ...{ file: root, source: language === 'c' ? 'clang' : 'rustc', text, renamed: rows },
    diagnostics: readRecordedOf(name),
  })
  return stories.flatMap(({ renamed, fixes, steps, message }) => {
    const line = steps.find(({ isPrimary, isHere }) => isPrimary && isHere)?.span?.start.line
    const told = renamed.map((row) => `    ${describeRenamed(row)}`)
    const edits =
      renamed.length === 0 ? [] : fixes.flatMap((fix) => fix.edits.map((edit) => `    → ${edit.text}`))
    return [`line ${line}: ${message}`, ...told, ...edits]
  })
}

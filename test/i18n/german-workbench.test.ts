import { globSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findWords } from '#i18n/find-words.ts'
import { wordsOf } from '#i18n/words.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { describeBoot } from '#playground/wording/describe-boot.ts'
import { describeRun } from '#playground/wording/describe-run.ts'
import { barLooks } from '#playground/workbench/exercise-actions.ts'
import { keysOf } from '#playground/workbench/keys.ts'
import { describeRole, describeStory } from '#story/describe-story.ts'
import { toFaultDiagnostic } from '#story/fault.ts'
import { toStories } from '#story/to-story.ts'
import { readRecorded } from '../story/programs.ts'
import { findBareWords } from './find-bare-words.ts'

const german = wordsOf('de')!
beforeEach(() => vi.stubGlobal('noOopsWords', german))
afterEach(() => vi.unstubAllGlobals())

const scripts = globSync('src/{playground,story,offline,components}/**/*.{ts,tsx}')

/** Other scripts of components are read while the site is built, some of them for English pages alone. */
const isOurs = (path: string) => /^src\/(?:playground|story|offline)\/|\.tsx$/.test(path)

it('every sentence that scripts of pages have readers see is in German, too', () => {
  const sentences = scripts.flatMap((path) => findWords(readFileSync(path, 'utf8')))
  expect(sentences.length).toBeGreaterThan(600)
  expect(sentences.map(({ english }) => english).filter((english) => german[english] === undefined)).toEqual(
    [],
  )
})

it('no script of a page shows or speaks a word that no language can translate', () => {
  const bare = scripts.filter(isOurs).flatMap((path) => findBareWords(path, readFileSync(path, 'utf8')))
  expect(bare).toEqual([])
})

it('words that stand bare in a component are found, in its text, attributes and messages', () => {
  const text =
    "<p title='Go on'>Read {t('this')}</p>; showToast(`${file} was saved.`); ({ title: t('Undo'), label: 'Redo' })"
  expect(findBareWords('a.tsx', text)).toEqual([
    'a.tsx:1 Go on',
    'a.tsx:1 Read',
    'a.tsx:1 was saved.',
    'a.tsx:1 Redo',
  ])
})

it('a crash, a run and a refusal are told in German, with the words of kernel and compiler as they are', () => {
  expect(crash()).toBe(
    'BUG: KASAN: slab-use-after-free in demo_read, driver.c:31. Das Skript lief trotzdem bis zum Ende (1 Befehl fehlgeschlagen).',
  )
  const ended = { kind: 'exited', code: 3 } as const
  expect(describeRun({ kind: 'ended', outputs: [], ending: ended, lines: { kind: 'none' } })).toBe(
    'Das Programm endete mit Exit-Code 3.',
  )
  const [story] = refusal()
  expect(describeStory(story!)).toMatch(
    /^E0505, Zeile \d+: cannot move out of `\w+` because it is borrowed\.$/,
  )
  expect(story!.steps.map((step) => describeRole(story!, step))).toEqual(
    expect.arrayContaining(['Besitzer', 'Ausleihe beginnt', 'abgelehnt', 'noch gebraucht']),
  )
})

it('the lines that led to the end of a program have their role in German, too', () => {
  const places = [1, 2].map((line) => ({ file: 'main.rs', at: { line, column: 1 } }))
  const fault = { kind: 'panic' as const, message: 'no', offsets: [], hasReadEnd: false }
  const files = { 'main.rs': 'f()\nf()\n' }
  const diagnostics = [toFaultDiagnostic(fault, places, files)]
  const [story] = toStories({ file: 'main.rs', source: 'browser', diagnostics })
  expect(story!.steps.map((step) => describeRole(story!, step))).toEqual([
    'das Programm endet hier',
    'aufgerufen',
  ])
})

it('buttons and keys have the names of a German page and a German keyboard', () => {
  expect(Object.values(barLooks).map((toLook) => toLook().title)).toEqual([
    ...['Ausführen', 'Beide ausführen', 'Prüfen', 'Messen', 'Geteilt'],
  ])
  expect([keysOf('check'), keysOf('split'), keysOf('leave')]).toEqual([
    ...['Strg+Umschalt+Eingabe', 'Strg+#', 'Esc, dann Tab'],
  ])
})

function crash(): string {
  const at = { line: 31, column: 1 }
  const span = { file: 'driver.c', start: at, end: at, primary: true }
  const title = 'BUG: KASAN: slab-use-after-free in demo_read+0x5a/0x90 [driver]'
  const lines = ['# insmod driver.ko', '# cat /dev/demo', '[exit 1]']
  const reports: KernelReport[] = [{ kind: 'kasan', title, spans: [span], text: '' }]
  const log = { commandCount: 2, console: { lines, rest: '' }, reports }
  const ending = { kind: 'finished', verdict: 'reported', kernel: '7.3.4', milliseconds: 1 } as const
  return describeBoot({ kind: 'ended', log, ending }, { file: 'driver.c', language: 'c' })
}

function refusal() {
  const diagnostics = readRecorded('E0505-moved-while-lent')
  return toStories({ file: 'main.rs', source: 'rustc', diagnostics })
}

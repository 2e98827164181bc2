import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { citedCves, cveClasses, cvesPath, cveVerdicts, readCves } from '#course/cves.ts'

const folder = fileURLToPath(new URL('../../lessons/', import.meta.url))
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
const files = Object.fromEntries(
  paths
    .filter((path) => /\.(mdx?|yaml)$/.test(path))
    .map((path) => [path, readFileSync(folder + path, 'utf8')]),
)

it('every CVE that the course names has a row, and there are at least forty', () => {
  const rows = readCves(files).map(({ name }) => name)
  expect(rows.length).toBeGreaterThanOrEqual(40)
  expect([...citedCves(files).keys()].filter((name) => !rows.includes(name))).toEqual([])
})

it('there is at least one of each class and of each verdict', () => {
  const rows = readCves(files)
  expect(new Set(rows.map((row) => row.class))).toEqual(new Set(Object.keys(cveClasses)))
  expect(new Set(rows.map((row) => row.verdict))).toEqual(new Set(Object.keys(cveVerdicts)))
})

it('no fix stands there twice', () => {
  const fixes = readCves(files).map(({ fix }) => fix)
  expect(fixes.filter((fix, index) => fixes.indexOf(fix) !== index)).toEqual([])
})

it('a CVE is named by the first text that does', () => {
  const cited = citedCves({
    [cvesPath]: 'CVE-2001-0001',
    'a/lesson.mdx': 'In CVE-2017-6074 and CVE-2016-0728.',
    'b/questions.yaml': 'CVE-2016-0728',
    'b/recorded.json': 'CVE-2002-0001',
  })
  expect(Object.fromEntries(cited)).toEqual({
    'CVE-2017-6074': 'a/lesson.mdx',
    'CVE-2016-0728': 'a/lesson.mdx',
  })
})

it.each([
  ['a short commit', { fix: '5edabca9d4cf' }, /fix: the whole name/],
  ['an unknown verdict', { verdict: 'solved' }, /verdict/],
  ['an unknown class', { class: 'bug' }, /class/],
])('a row with %s is refused with what is wrong', (_, change, says) => {
  const row = { ...readCves(files)[0], ...change }
  expect(() => readCves({ [cvesPath]: JSON.stringify([row]) })).toThrow(says)
})

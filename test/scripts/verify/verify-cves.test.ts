import { expect, it } from 'vitest'
import type { CveRow } from '#course/cves.ts'
import { verifyCves } from '#scripts/verify/verify-cves.ts'

const row: CveRow = {
  ...{ name: 'CVE-2017-6074', class: 'double-free', subsystem: 'DCCP', title: 'dccp: fix it' },
  ...{ fix: '5edabca9d4cff7f1f2b68f0bac55ef99d9798ba4', verdict: 'refused', why: 'So.' },
  ...{ code: 'E0382', lesson: 'ownership/moves' },
}
const files = { '03-ownership/01-moves/lesson.mdx': 'CVE-2017-6074' }

it('a table holds that has what the course names, and names what is there', () => {
  expect(mistakesOf([row])).toEqual([])
})

it.each<[string, CveRow, RegExp]>([
  [
    'a CVE of a lesson has no row',
    { ...row, name: 'CVE-2016-0728' },
    /moves\/lesson.mdx names CVE-2017-6074/,
  ],
  ['there is no such lesson', { ...row, lesson: 'ownership/none' }, /there is no lesson ownership\/none/],
  ['rustc has no such code', { ...row, code: 'E0999' }, /rustc has no E0999/],
])('it does not where %s', (_, other, mistake) => {
  expect(mistakesOf([other]).join('\n')).toMatch(mistake)
})

function mistakesOf(rows: CveRow[]): string[] {
  const proofs = verifyCves({ files, slugs: ['ownership/moves'], codes: ['E0382'] }, rows)
  return proofs.flatMap(({ mistake }) => mistake ?? [])
}

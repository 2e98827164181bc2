import { expect, it } from 'vitest'
import { differingFiles, mergeWork, type Work } from '#playground/storage/work/work.ts'

const nothing: Work = { progress: {}, answers: {}, code: {}, log: [], replaced: [] }
const settings = (files: unknown, savedAt: string) => ({
  'playground/.settings': { text: JSON.stringify({ edition: savedAt.slice(0, 4), files }), savedAt },
})
const workOf = (files: unknown, savedAt: string): Work => ({ ...nothing, code: settings(files, savedAt) })

it('of two projects in the playground all files are in sight, as the newer one is run', () => {
  const own = workOf(['main.rs', 'two.rs'], '2024-01-01')
  const older = workOf(['main.rs', 'one.rs'], '2021-01-01')
  for (const merged of [mergeWork(own, older), mergeWork(older, own)]) {
    const { edition, files } = JSON.parse(merged.code['playground/.settings']!.text)
    expect(edition).toBe('2024')
    expect(files.toSorted()).toEqual(['main.rs', 'one.rs', 'two.rs'])
  }
  expect(differingFiles(own, older)).toEqual([])
})

it.each([
  ['no list', 7],
  ['a list of other things', [{}, null]],
])('what a file has in its place as %s changes nothing', (_what, files) => {
  const merged = mergeWork(workOf(['main.rs'], '2024-01-01'), workOf(files, '2021-01-01'))
  expect(JSON.parse(merged.code['playground/.settings']!.text).files).toEqual(['main.rs'])
})

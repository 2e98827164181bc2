import { expect, it } from 'vitest'
import { filesOf, isHashed, isNeverSaved, type OfflineIndex, sharedPart } from '#offline/offline-index.ts'

const index: OfflineIndex = {
  version: '1',
  files: [
    ['', 10],
    ['words.js', 15],
    ['ownership/moves/', 20],
    ['ownership/moves/exercise.json', 30],
    ['_astro/editor.BtQ1.js', 40],
    ['errors/E0505/', 50],
  ],
}
const addressesOf = (part: string[]) => filesOf(index, part).map(([address]) => address)

it('a chapter has its lessons and what they load', () => {
  expect(addressesOf(['ownership/'])).toEqual(['ownership/moves/', 'ownership/moves/exercise.json'])
})

it('what every chapter needs has the editor, the home page and the scripts beside it, and no other chapter', () => {
  expect(addressesOf([...sharedPart])).toEqual(['', 'words.js', '_astro/editor.BtQ1.js'])
})

it('the whole course is every file', () => {
  expect(filesOf(index, [''])).toEqual(index.files)
})

it.each([
  ...['api/compile', 'healthz', 'sw.js', 'offline.json'],
  ...['embed/ownership/moves/', 'embed.js', 'oembed.json', 'oembed/ownership/moves.json'],
])('%s comes from the network alone', (address) => {
  expect(isNeverSaved(address)).toBe(true)
})

it.each(['', 'ownership/moves/', 'apis/', 'embedded/', '_astro/editor.BtQ1.js'])(
  '«%s» may be saved',
  (address) => {
    expect(isNeverSaved(address)).toBe(false)
  },
)

it('only files with a hash in their names never change', () => {
  expect([isHashed('_astro/editor.BtQ1.js'), isHashed('words.js')]).toEqual([true, false])
})

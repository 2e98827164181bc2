import { expect, it } from 'vitest'
import { lifetimesOfStory } from '#story/figures/lifetimes-of-story.ts'
import { toStories } from '#story/to-story.ts'
import { readProgram, readRecorded, toRequest } from './programs.ts'

/** The bars of the first story of a program, each with its lines in the file. */
function barsOf(name: string): string[] {
  const [text, { root: file }] = [readProgram(name), toRequest(name)]
  const [story] = toStories({ file, source: 'rustc', diagnostics: readRecorded(name), text })
  const lifetimes = story && lifetimesOfStory(story, text)
  if (!lifetimes) return []
  const line = (at: number) => at + lifetimes.firstLine - 1
  return lifetimes.bars.map(({ name, from, to, look }) => `${look} ${name} ${line(from)}-${line(to)}`)
}

it.each([
  ['E0505-moved-while-lent', ['owner buf 2-4', 'loan &buf 3-5', 'wrong dangling 4-5']],
  ['E0597-freed-too-early', ['owner event 4-6', 'loan &event 5-7', 'wrong dangling 6-7']],
  ['E0382-used-after-move', ['owner request 10-11', 'wrong refused 12-12']],
  ['E0499-two-writers', ['loan &ring 3-5', 'wrong refused 4-4']],
  ['E0716-temporary', ['loan loan 6-7', 'wrong dangling 6-7']],
])('%s is drawn', (name, bars) => expect(barsOf(name)).toEqual(bars))

it.each(['E0308-wrong-type', 'E0004-missed-case', 'E0515-returns-a-local', 'no-code-syntax'])(
  '%s is about no lifetimes, or none longer than a line',
  (name) => expect(barsOf(name)).toEqual([]),
)

it('what is far apart is not drawn', () => {
  const [text] = [readProgram('E0505-moved-while-lent')]
  const diagnostics = readRecorded('E0505-moved-while-lent')
  const far = (line: number) => (line > 3 ? line + 60 : line)
  const spread = JSON.parse(JSON.stringify(diagnostics), (key, value: unknown) =>
    key === 'line' ? far(value as number) : value,
  ) as typeof diagnostics
  const [story] = toStories({ file: 'main.rs', source: 'rustc', diagnostics: spread, text })
  expect(lifetimesOfStory(story!, '\n'.repeat(200))).toBeUndefined()
})

import { describe, expect, it } from 'vitest'
import { compilerOf } from '#story/diagnostic-source.ts'
import { describeStory } from '#story/describe-story.ts'
import { findFollowOns, followOnKinds } from '#story/follow-ons/find-follow-ons.ts'
import type { Story } from '#story/story.ts'
import { toStories } from '#story/to-story.ts'
import { driverNames, readDriver, readRecordedOf, toDriverRequest } from './drivers.ts'

describe('what follows from an error stands under it, and all else by itself', () => {
  it.each(driverNames)('%s', async (name) => {
    await expect(storiesOf(name).map(toText).join('\n').concat('\n')).toMatchFileSnapshot(
      `drivers/${name}.txt`,
    )
  })
})

it('each kind has a driver in which it occurs', () => {
  const found = new Set(driverNames.flatMap(kindsIn))
  expect(followOnKinds.map(({ name }) => name).filter((name) => !found.has(name))).toEqual([])
})

it('each kind says in a sentence why it follows, and where that can be looked up', () => {
  for (const { because, source } of followOnKinds) {
    expect(because()).toMatch(/^[A-Z`c].+\.$/)
    expect(source).not.toBe('')
  }
})

it('an error never leads itself, and what leads follows nothing', () => {
  for (const name of driverNames) {
    const followOns = followOnsOf(name)
    for (const followOn of followOns) if (followOn) expect(followOns[followOn.leader]).toBeUndefined()
  }
})

it('errors that are alike and at one place stand each by itself', () => {
  const at = { file: 'driver.rs', start: { line: 1, column: 1 }, end: { line: 1, column: 2 }, primary: true }
  const said = (code: string, message: string) => ({
    ...{ severity: 'error' as const, code, message, spans: [at], children: [], fixes: [] },
  })
  const diagnostics = Array.from({ length: 500 }, (_, index) =>
    said('E0560', `struct \`A\` has no \`x${index}\``),
  )
  const found = findFollowOns(diagnostics, { file: 'driver.rs', text: 'x' })
  expect(found.filter(Boolean)).toEqual([])
})

it('of a warning nothing is made to follow', () => {
  const diagnostics = readRecordedOf('no-module.rs').map((it) => ({ ...it, severity: 'warning' as const }))
  const text = readDriver('no-module.rs')
  expect(findFollowOns(diagnostics, { file: 'driver.rs', text }).filter(Boolean)).toEqual([])
})

function followOnsOf(name: string) {
  return findFollowOns(readRecordedOf(name), { file: toDriverRequest(name).root, text: readDriver(name) })
}

function kindsIn(name: string): string[] {
  return followOnsOf(name).flatMap((followOn) => followOn?.kind.name ?? [])
}

function storiesOf(name: string): Story[] {
  const { root, language } = toDriverRequest(name)
  const diagnostics = readRecordedOf(name)
  return toStories({ file: root, source: compilerOf(language), diagnostics, text: readDriver(name) })
}

function toText(story: Story): string {
  const followers = story.followers.map(
    (follower) => `    ${describeStory(follower)}\n      ${follower.because}`,
  )
  return [`${story.severity} ${describeStory(story)}`, ...followers].join('\n')
}

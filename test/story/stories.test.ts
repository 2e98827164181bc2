import { describe, expect, it } from 'vitest'
import { type Role, roles } from '#story/roles.ts'
import type { Story } from '#story/story.ts'
import { toStories } from '#story/to-story.ts'
import { programNames, readProgram, readRecorded, toRequest } from './programs.ts'
import { storiesToText } from '#story/stories-to-text.ts'

describe('the story of each recorded refusal', () => {
  it.each(programNames)('%s', async (name) => {
    await expect(storiesToText(storiesOf(name), readProgram(name))).toMatchFileSnapshot(
      `programs/${name}.txt`,
    )
  })
})

describe('the table of roles', () => {
  it('has for each role a program in which it occurs, but for those of a crash', () => {
    const found = new Set(programNames.flatMap(rolesIn))
    const missing = Object.keys(roles).filter((role) => !found.has(role as Role))
    expect(missing).toEqual(['allocated', 'freed', 'caller', 'queued', 'held'])
  })
})

function rolesIn(name: string): Role[] {
  return storiesOf(name).flatMap(({ steps }) => steps.map(({ role }) => role))
}

function storiesOf(name: string): Story[] {
  return toStories({ file: toRequest(name).root, source: 'rustc', diagnostics: readRecorded(name) })
}

import { describe, expect, test } from 'vitest'
import { toStories } from '#story/story.ts'
import { programNames, readProgram, readRecorded, toRequest } from './programs.ts'
import { tellStories } from './tell-story.ts'

describe('the story of each recorded refusal', () => {
  test.each(programNames)('%s', async (name) => {
    const told = { file: toRequest(name).root, source: 'rustc', diagnostics: readRecorded(name) } as const
    await expect(tellStories(toStories(told), readProgram(name))).toMatchFileSnapshot(`programs/${name}.txt`)
  })
})

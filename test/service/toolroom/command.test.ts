import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { recipes } from '#service/toolroom/kernel/recipes.ts'
import { temporaryFolder } from './temporary-folder.ts'

const command = fileURLToPath(new URL('../../../src/scripts/toolroom.ts', import.meta.url))

describe('The command `npm run toolroom`', () => {
  it('says how it is used', () => {
    expect(toolroom(['--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('unpack FILE [PART]'),
    })
  })

  it.each(recipes.map(({ stage }) => stage))('names the part «%s» there', (stage) => {
    expect(toolroom(['--help']).stdout).toMatch(new RegExp(`^  ${stage} +\\w`, 'm'))
  })

  it.each([[[]], [['destroy']], [['pack']], [['make', 'more']], [['status', 'kasan', 'lockdep']]])(
    'says so too when it is used wrongly: %j',
    (words) => {
      expect(toolroom(words)).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage:') })
    },
  )

  it('says what helps when there is none', () => {
    const { status, stderr } = toolroom(['status'], { NO_OOPS_CACHE: temporaryFolder() })
    expect(status).toBe(1)
    expect(stderr).toContain('What helps: npm run toolroom -- make')
    expect(stderr).toContain('What helps: npm run toolroom -- make lockdep')
  })

  it('says in a sentence that a file is no pack', () => {
    const { status, stderr } = toolroom(['unpack', command], { NO_OOPS_CACHE: temporaryFolder() })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^\/.*toolroom\.ts is damaged\.\nWhat helps: /)
  })

  it('cleans where there is nothing to clean', () => {
    expect(toolroom(['clean'], { NO_OOPS_CACHE: temporaryFolder() })).toMatchObject({ status: 0 })
  })
})

function toolroom(words: string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, ...environment }
  return spawnSync(process.execPath, [command, ...words], { env, encoding: 'utf8' })
}

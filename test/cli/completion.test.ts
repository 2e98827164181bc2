import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { createFakeHost } from './fake-host.ts'

/** What bash would offer after these words, of which the last is begun. */
async function complete(...words: string[]): Promise<string[]> {
  const { run, out } = createFakeHost()
  expect(await run('completion bash')).toBe(0)
  const script = `${out()}
COMP_WORDS=(no-oops ${words.map((word) => `"${word}"`).join(' ')}); COMP_CWORD=${words.length}
_no_oops; printf '%s\\n' "\${COMPREPLY[@]}"`
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\n').filter(Boolean)
}

it('bash completes commands', async () => {
  expect(await complete('che')).toEqual(['check'])
  expect(await complete('lesson', 's')).toEqual(['start', 'solution'])
})

it('bash completes options of the command, and those that all have', async () => {
  expect(await complete('check', '--st')).toEqual(['--story'])
  expect(await complete('lesson', 'check', '--mess')).toEqual(['--message-format'])
})

it('bash completes what an option may be', async () => {
  expect(await complete('boot', '--variant', '')).toEqual(['kasan', 'lockdep'])
  expect(await complete('check', '--message-format', 's')).toEqual(['short'])
})

it('bash offers files, which are nothing of ours, where a file is meant', async () => {
  expect(await complete('check', 'dri')).toEqual([])
  expect(await complete('boot', '--script', '')).toEqual([])
})

it('zsh is given what it needs to understand that of bash', async () => {
  const { run, out } = createFakeHost()
  expect(await run('completion zsh')).toBe(0)
  expect(out()).toMatch(/^#compdef no-oops\nautoload -U \+X bashcompinit && bashcompinit\n/)
})

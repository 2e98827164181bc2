import { describe, expect, it } from 'vitest'
import { lineBreak } from '#service/boot/console.ts'
import { toScript } from '#service/boot/init-script.ts'
import { openSandbox } from '../sandbox/sandboxed.ts'

describe('the script of a machine', () => {
  it('shows each command before its output, and how a failed one ended', async () => {
    expect(await run('echo one\n\n# a comment\n#= one\n  echo two  \r\n(exit 3)')).toBe(
      '# echo one\none\n# echo two\ntwo\n# (exit 3)\n[exit 3]\n',
    )
  })

  it('keeps variables and the folder from line to line', async () => {
    expect(await run('x=1; cd /tmp\necho $x $PWD')).toBe('# x=1; cd /tmp\n# echo $x $PWD\n1 /tmp\n')
  })

  it('takes quotes, dollars and backslashes as they are', async () => {
    const line = String.raw`echo "it's" 'a $b' \\ $((1+1))`
    expect(await run(line)).toBe(`# ${line}\nit's a $b \\ 2\n`)
  })

  it('goes on after a line that cannot be parsed', async () => {
    const shown = await run("echo 'unclosed\nif\necho on")
    expect(shown).toContain("# echo 'unclosed\n[exit 2]\n# if\n[exit 2]\n# echo on\non\n")
    expect(shown).toContain('syntax error: unterminated quoted string')
  })

  it('says in which line of it a mistake is', async () => {
    const shown = await run('# nothing\nnonsense\n\ncd /nowhere\necho "unclosed\necho > /nowhere/at/all')
    expect(shown).toMatch(/line 2: nonsense: not found/)
    expect(shown).toMatch(/line 4: can't cd to \/nowhere/)
    expect(shown).toMatch(/line 5: syntax error: unterminated quoted string/)
    expect(shown).toMatch(/line 6: can't create \/nowhere\/at\/all/)
  })

  it('finds its standard input empty', async () => {
    expect(await run('read answer\nbusybox wc -c\necho on')).toBe(
      '# read answer\n[exit 1]\n# busybox wc -c\n0\n# echo on\non\n',
    )
  })

  it('comes to its end after a line that ends the shell, and after none', async () => {
    expect(await run('exit 4\necho never')).toBe('# exit 4\n')
    expect(await run('# only a comment')).toBe('')
    expect(await run('')).toBe('')
  })
})

/** Runs the script without the machine around it; fails unless the first program can go on. */
async function run(script: string): Promise<string> {
  const files = { script: toScript(script), init: 'cd /tmp; . /work/script\necho off\n' }
  const ended = await openSandbox().run({ command: ['busybox', 'sh', 'init'], files })
  if (ended.kind === 'stopped') throw new Error(ended.reason)
  const text = Buffer.from(ended.stdout).toString() + ended.stderr
  expect(text).toContain('off\n')
  return text.replace('off\n', '').replaceAll(lineBreak, '')
}

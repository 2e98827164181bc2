import { describe, expect, it } from 'vitest'
import { createEngine } from '#playground/workspace/own/engine.ts'

/* oxlint-disable no-control-regex -- a terminal is sent control characters */

/** A shell with some files, and what is on its screen after each line, without colours and prompts. */
function openShell(files: Record<string, string> = {}) {
  const engine = createEngine({
    commands: {
      wait: ({ signal, stdout }) =>
        new Promise((resolve) => {
          stdout.write('waiting\n')
          signal.addEventListener('abort', () => resolve(130))
        }),
    },
  })
  for (const [path, text] of Object.entries(files)) engine.write(path, new TextEncoder().encode(text))
  let output = ''
  const shell = engine.start({ size: { rows: 24, columns: 80 } }, (text) => void (output += text))
  const prompts = () => output.split('$ ').length
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0))
  return {
    engine,
    shell,
    type: shell.input,
    settle,
    screen: () => output,
    /** What a line prints. */
    async run(line: string) {
      await settle()
      output = ''
      shell.input(`${line}\r`)
      await expect.poll(prompts, { interval: 1 }).toBeGreaterThan(1)
      await expect.poll(() => /\$ \r(\x1b\[\d+C)?$/.test(output), { interval: 1 }).toBe(true)
      return output
        .slice(output.lastIndexOf('\r\n', output.indexOf('\r\n')) + 2)
        .replaceAll(/\x1b\[[0-9;]*[A-Za-z]/g, '')
        .replaceAll(/\r?no-oops:\S*\$ ?\r?/g, '')
        .replaceAll('\r\n', '\n')
    },
    text: (path: string) => new TextDecoder().decode(engine.read(path)),
  }
}

describe('the small shell', () => {
  it('lists, makes, copies, moves and removes', async () => {
    const { run, engine } = openShell({ 'driver.rs': 'a', 'README.md': 'b' })
    expect(await run('ls')).toBe('README.md  driver.rs\n')
    await run('mkdir -p old/er && cp driver.rs old && mv README.md old/er/notes.md')
    expect(engine.list()).toEqual(['driver.rs', 'old/driver.rs', 'old/er/notes.md'])
    await run('cp -r old new; rm -r old')
    expect(engine.list()).toEqual(['driver.rs', 'new/driver.rs', 'new/er/notes.md'])
    expect(await run('cd new/er; pwd; ls ..')).toBe('/new/er\ndriver.rs  er/\n')
    expect(await run('ls -1 /')).toBe('driver.rs\nnew/\n')
  })

  it('can’t leave the project, whatever stands before a name', async () => {
    const { run, engine } = openShell({ a: 'a' })
    await run('cp a ../../../b; echo c > /../c')
    expect(engine.list()).toEqual(['a', 'b', 'c'])
  })

  it('pipes and redirects, also errors, and appends each piece', async () => {
    const { run, text } = openShell({ 'a.txt': 'one\ntwo\nthree\n' })
    expect(await run('cat a.txt | grep -n t | head -1')).toBe('2:two\n')
    await run('cat a.txt a.txt nobody > all.txt 2>&1; echo end >> all.txt')
    expect(text('all.txt')).toMatch(/nobody: No such file.*\nend\n$/)
    await run('cat a.txt a.txt > both.txt')
    expect(text('both.txt')).toBe('one\ntwo\nthree\none\ntwo\nthree\n')
    expect(await run('wc -l < both.txt')).toBe('6\n')
  })

  it('expands variables, commands and patterns, but not in single quotes', async () => {
    const { run } = openShell({ 'a.rs': '', 'b.rs': '', 'c.c': '' })
    expect(await run('X=1; echo $X "$X b" \'$X\' $(echo hi) *.rs [c]* nobody*')).toBe(
      '1 1 b $X hi a.rs b.rs c.c nobody*\n',
    )
    expect(await run('false || echo $?; true && echo $?')).toBe('1\n0\n')
  })

  it('says what it does not have, and what is wrong', async () => {
    const { run } = openShell()
    expect(await run('for i in 1 2; do echo $i; done')).toContain('this small shell has no for')
    expect(await run('nonsense')).toContain('nonsense: command not found')
    expect(await run('echo "open')).toContain('syntax error')
    expect(await run('rm nobody')).toContain('rm: nobody: No such file or directory')
    expect(await run('ls -z')).toContain('there is no option -z here')
  })

  it('edits a line, brings back what was typed, and completes', async () => {
    const { run, type, settle, text } = openShell({ 'driver.rs': 'x', 'drive/a': '' })
    await run('ecgo one\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x7fh\x05 > a.txt')
    expect(text('a.txt')).toBe('one\n')
    await run('\x1b[A\x7f\x7f\x7f\x7f\x7fb.txt')
    expect(text('b.txt')).toBe('one\n')
    type('cat driv\t')
    await settle()
    expect(await run(`er.rs > c.t\x01\x0bcat dri\tr\t> c.txt`)).toBe('')
    expect(text('c.txt')).toBe('x')
  })

  it('ends a command by Ctrl-C, and takes what was typed meanwhile only after a command', async () => {
    const { type, run, screen } = openShell()
    type('wait\r')
    await expect.poll(screen).toContain('waiting')
    type('echo lost\r\x03')
    await expect.poll(screen).toContain('^C')
    expect(await run('echo $?')).toBe('130\n')
  })

  it('lets a command read what is typed until Ctrl-D', async () => {
    const { type, run, text, settle } = openShell()
    type('cat > typed.txt\r')
    await settle()
    type('one\rtwo\r\x04')
    expect(await run('echo done')).toBe('done\n')
    expect(text('typed.txt')).toBe('one\ntwo\n')
  })

  it('keeps files that are too large out, and says so', async () => {
    const { engine, run } = openShell()
    engine.write('big', new Uint8Array(7_999_999))
    expect(await run('cat big big > more')).toContain('No space left on device')
  })
})

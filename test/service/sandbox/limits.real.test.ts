import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openSandbox, runScript } from './sandboxed.ts'

const shell = (script: string) => ({ command: ['busybox', 'sh', '-c', script], files: {} })
const rustc = (text: string) => ({
  command: [
    'rustc',
    '--edition',
    '2021',
    '--target',
    'wasm32-wasip1',
    '--emit',
    'metadata=/tmp/main',
    'main.rs',
  ],
  files: { 'main.rs': text },
})

describe('The limits of the sandbox', () => {
  it('stop what computes without end', async () => {
    const ended = await openSandbox({ cpuSeconds: 1 }).run(shell('while :; do :; done'))
    expect(ended).toEqual({ kind: 'stopped', reason: 'time' })
  })

  it('stop what waits without end', async () => {
    const ended = await openSandbox({ wallSeconds: 1 }).run(shell('busybox sleep 999'))
    expect(ended).toEqual({ kind: 'stopped', reason: 'time' })
  })

  it('stop a flood on either stream', async () => {
    expect(await runScript('yes')).toEqual({ kind: 'stopped', reason: 'output' })
    expect(await runScript('yes >&2')).toEqual({ kind: 'stopped', reason: 'output' })
  })

  it('cut at a line what a compiler has to tell, and let it go on', async () => {
    const job = { ...shell('busybox yes told | busybox head -c 5000000 >&2; echo made'), mayBeCut: true }
    const ended = await openSandbox({ stderrBytes: 100_000 }).run(job)
    expect(ended).toMatchObject({ kind: 'exited', code: 0, stdout: Buffer.from('made\n'), isCut: true })
    expect(ended.kind === 'exited' && ended.stderr).toMatch(/^(told\n){1000,20000}$/)
  })

  it('stop what writes a file that is too large', async () => {
    const ended = await openSandbox({ fileBytes: 1_000_000 }).run(
      shell('exec busybox cat /usr/bin/rustfmt > /tmp/x'),
    )
    expect(ended).toEqual({ kind: 'stopped', reason: 'output' })
  })

  it('stop a compiler that takes all memory', async () => {
    const doubling = 'macro_rules! d { ($($t:tt)*) => { d! { $($t)* $($t)* } } }\nd! { 0 }\nfn main() {}\n'
    const ended = await openSandbox({ addressSpaceBytes: 400 * 1024 * 1024 }).run(rustc(doubling))
    expect(ended).toEqual({ kind: 'stopped', reason: 'memory' })
  })

  it('stop processes that take too much memory together, though none of them does alone', async () => {
    const hog = `busybox awk 'BEGIN { x = "x"; while (length(x) < 200e6) x = x x; system("busybox sleep 3") }'`
    expect(await runScript(`${hog}; echo alone`)).toMatchObject({
      kind: 'exited',
      code: 0,
      stdout: expect.anything(),
    })
    const together = await openSandbox({ cpuSeconds: 20 }).run(
      shell(`for n in 1 2 3 4 5 6; do ${hog} & done; wait`),
    )
    expect(together).toEqual({ kind: 'stopped', reason: 'memory' })
  })

  it('say so when a command dies', async () => {
    const script = (signal: string) => shell(`kill -${signal} $$`)
    expect(await openSandbox().run(script('SEGV'))).toEqual({ kind: 'stopped', reason: 'crash' })
    expect(await openSandbox().run(script('ABRT'))).toEqual({ kind: 'stopped', reason: 'crash' })
  })

  it('contain a fork bomb, and the machine goes on', async () => {
    const bomb = openSandbox({ wallSeconds: 2 }).run(shell('bomb() { bomb | bomb & }; bomb; busybox sleep 9'))
    expect(['time', 'output', undefined]).toContain(reasonOf(await bomb))
    expect(await runScript('exit 0')).toMatchObject({ kind: 'exited', code: 0 })
    expect(processesNamed('bomb()')).toEqual([])
  })

  it('count processes, also when the service runs as root', async () => {
    const ended = await runScript('for n in $(busybox seq 100); do busybox sleep 5 & done; exit 0')
    expect(ended).toMatchObject({ stderr: expect.stringContaining("can't fork") })
  })

  it('let no process outlive the command', async () => {
    const ended = await runScript(
      'sleep 7777 & busybox sh -c "busybox sleep 7777 & busybox sleep 7777" & exit 0',
    )
    expect(ended).toMatchObject({ kind: 'exited', code: 0 })
    expect(processesNamed('sleep 7777')).toEqual([])
  })
})

describe('An aborted job', () => {
  it('is killed at once, with all its processes', async () => {
    const controller = new AbortController()
    const run = openSandbox().run(shell('busybox sleep 6666 & busybox sleep 6666'), controller.signal)
    setTimeout(() => controller.abort(), 200)
    const started = performance.now()
    await expect(run).rejects.toMatchObject({ name: 'AbortError' })
    expect(performance.now() - started).toBeLessThan(3000)
    expect(processesNamed('sleep 6666')).toEqual([])
  })

  it('is killed while its world is still being built', async () => {
    for (const delay of [0, 2, 5, 10, 15]) {
      const signal = AbortSignal.timeout(delay)
      const run = openSandbox().run(shell('busybox sleep 5555'), signal)
      await expect(run).rejects.toMatchObject({ name: 'AbortError' })
    }
    expect(processesNamed('sleep 5555')).toEqual([])
  })

  it('is not begun if it was aborted before', async () => {
    const run = openSandbox().run(shell('exit 0'), AbortSignal.abort())
    await expect(run).rejects.toMatchObject({ name: 'AbortError' })
  })
})

function reasonOf(ended: { kind: string; reason?: string }): string | undefined {
  return ended.reason
}

/** Command lines of all processes of the machine that hold the words. */
function processesNamed(words: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== `${process.pid}`)
    .map(commandLine)
    .filter((line) => line.includes(words))
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

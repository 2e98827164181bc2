import { describe, expect, it } from 'vitest'
import { type BootEvent, BootRequest } from '#protocol/boot.ts'
import type { Fetch } from '#playground/backends/send-request.ts'
import { createFakeHost, type FakeHostOptions } from './fake-host.ts'

const driver = 'static int demo(void)\n{\n\tkfree(p);\n\treturn *p;\n}\n'
const script = '# loads it\ninsmod driver.ko\n#= loaded\n'
const report: BootEvent = {
  kind: 'report',
  report: {
    kind: 'kasan',
    title: 'BUG: KASAN: slab-use-after-free in demo+0x5a/0x90 [driver]',
    spans: [
      {
        file: 'driver.c',
        start: { line: 4, column: 9 },
        end: { line: 4, column: 11 },
        primary: true,
        label: 'used here after free',
      },
      {
        file: 'driver.c',
        start: { line: 3, column: 2 },
        end: { line: 3, column: 10 },
        primary: false,
        label: 'freed here',
      },
    ],
    text: '',
  },
}
const loaded: BootEvent = { kind: 'console', text: '# insmod driver.ko\r\n[ 0.1] demo: loaded\r\n' }
const finished = (verdict: 'clean' | 'reported'): BootEvent => ({
  ...{ kind: 'finished', verdict, milliseconds: 600 },
  kernel: 'Linux 7.3.4, User-Mode Linux with KASAN',
})

/** A host with a driver, whose boot comes to these events; keeps what was asked for. */
function booting(events: BootEvent[], options: FakeHostOptions = {}) {
  const requests: BootRequest[] = []
  const fetch: Fetch = async (_address, init) => {
    requests.push(BootRequest.parse(JSON.parse(init?.body as string)))
    const text = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')
    return new Response(text, { headers: { 'content-type': 'text/event-stream' } })
  }
  const files = { 'd/demo.c': driver, 'd/boot.sh': script }
  return { ...createFakeHost({ files, fetch, ...options }), requests }
}

describe('no-oops boot', () => {
  it('gives the script beside the driver to the kernel, shows the console and exits with 0', async () => {
    const { run, out, requests } = booting([{ kind: 'building' }, loaded, finished('clean')])
    expect(await run('boot d/demo.c')).toBe(0)
    expect(requests).toEqual([{ language: 'c', variant: 'kasan', files: { 'driver.c': driver }, script }])
    expect(out()).toBe(
      '# insmod driver.ko\n[ 0.1] demo: loaded\n\nd/demo.c: the kernel had nothing to report (Linux 7.3.4, User-Mode Linux with KASAN, 0.60 s)\n',
    )
  })

  it('tells how many commands failed, which the script may have meant', async () => {
    const failed = '# cat /dev/meter\r\ncat: no such file\r\n[exit 1]\r\n'
    const { run, out } = booting([loaded, { kind: 'console', text: failed }, finished('clean')])
    expect(await run('boot d/demo.c')).toBe(0)
    expect(out()).toContain('the kernel had nothing to report; 1 command failed (Linux 7.3.4')
  })

  it('shows a report with the lines of the driver around it, and exits with 1', async () => {
    const { run, out } = booting([loaded, report, finished('reported')])
    expect(await run('boot d/demo.c')).toBe(1)
    expect(out()).toContain(
      [
        'error[kasan]: BUG: KASAN: slab-use-after-free in demo',
        ' --> d/demo.c:4:9',
        '  |',
        '1 | static int demo(void)',
        '2 | {',
        '3 |     kfree(p);',
        '  |     -------- freed here',
        '4 |     return *p;',
        '  |            ^^ used here after free',
        '5 | }',
      ].join('\n'),
    )
    expect(out()).toContain('d/demo.c: 1 report of the kernel (Linux 7.3.4')
  })

  it('tells a report as steps where a story is asked for', async () => {
    const { run, out } = booting([report, finished('reported')])
    await run('boot --story d/demo.c')
    expect(out()).toMatch(/1 3:2 Ends: freed here\.\n +2 4:9 /)
  })

  it('exits with 1 where the console lacks what the script says it has to show', async () => {
    const { run, out } = booting([{ kind: 'console', text: 'nothing\n' }, finished('clean')])
    expect(await run('boot d/demo.c')).toBe(1)
    expect(out()).toContain('✗ the console shows «loaded»\n')
  })

  it('writes each event as JSON, and the result last', async () => {
    const { run, out } = booting([loaded, report, finished('reported')])
    await run('boot --message-format json d/demo.c')
    const lines = out()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(lines).toMatchObject([
      { kind: 'console' },
      { kind: 'report', report: { spans: [{ file: 'd/demo.c' }, {}] } },
      { kind: 'finished' },
      { kind: 'result', outcome: 'reported', isFine: false, verdicts: [{ holds: true }, { holds: false }] },
    ])
  })

  it('says so where the connection breaks, and exits with 3', async () => {
    const { run, err } = booting([{ kind: 'building' }, loaded])
    expect(await run('boot d/demo.c')).toBe(3)
    expect(err()).toContain('broke before the kernel was done. Give the command again.')
  })

  it('names the line of the script that was running when the kernel was stopped', async () => {
    const during = { line: 2, command: 'insmod driver.ko' }
    const { run, out } = booting([{ kind: 'stopped', reason: 'time', milliseconds: 20_000, during }])
    expect(await run('boot d/demo.c')).toBe(1)
    expect(out()).toContain('The kernel was stopped: it took too long')
    expect(out()).toContain('Line 2 of the script was running: insmod driver.ko')
  })

  it('lets nothing on the console control the terminal', async () => {
    const { run, out } = booting([{ kind: 'console', text: '\x1b]0;mine\x07\x9b2J\n' }, finished('clean')])
    await run('boot d/demo.c')
    expect(out()).toMatch(/^␛\]0;mine␇␡2J\n/)
  })

  it('shows on a terminal how far it is, on standard error', async () => {
    const { run, err } = booting([{ kind: 'waiting', ahead: 2 }, { kind: 'building' }, finished('clean')], {
      isTty: true,
    })
    await run('boot d/demo.c')
    expect(err()).toContain('Waiting for a kernel: 2 ahead …')
    expect(err()).toContain('Building d/demo.c with clang …')
    expect(err().endsWith('\r\x1b[K')).toBe(true)
  })
})

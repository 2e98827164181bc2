import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { type BootState, createBootSession, logOf } from '#playground/program/boot-session.ts'
import { allLines } from '#playground/program/console/console-text.ts'
import type { BootAnswer, BootClient } from '#playground/backends/boot/boot-client.ts'
import { describeBoot } from '#playground/wording/describe-boot.ts'
import { events } from '../driver-exercise.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A client that is driven by hand. */
function handClient() {
  const asked: { send: (event: BootEvent) => void; end: (booted: BootAnswer) => void }[] = []
  const bootClient: BootClient = {
    boot: (_, send, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        asked.push({ send, end: resolve })
      }),
  }
  const session = createBootSession(bootClient, (files) => ({
    language: 'c',
    variant: 'kasan',
    files,
    script: '',
  }))
  return { session, asked }
}

const files = { 'driver.c': 'int demo;' }
const toSentence = (state: BootState) => describeBoot(state, { file: 'driver.c', language: 'c' })

it('a boot goes from building to its verdict', async () => {
  const { session, asked } = handClient()
  const started = session.start(files)
  expect(toSentence(session.state.value)).toBe('Asking for a kernel…')
  expect(session.isOn.value).toBe(true)
  asked[0]!.send(events[0]!)
  expect(toSentence(session.state.value)).toBe('Building driver.c with clang…')
  asked[0]!.send(events[1]!)
  expect(toSentence(session.state.value)).toBe('Booting…')
  events.slice(2).forEach(asked[0]!.send)
  asked[0]!.end({ kind: 'complete' })
  await started
  expect(session.isOn.value).toBe(false)
  expect(session.reports.value).toHaveLength(1)
  expect(session.compiled.value).toMatchObject({
    outcome: 'accepted',
    toolchain: 'clang 19.1.7, Linux 7.3.4',
  })
  expect(toSentence(session.state.value)).toBe(
    'BUG: KASAN: slab-use-after-free in demo_read, driver.c:1. The script still ran to its end.',
  )
  expect(allLines(logOf(session.state.value)!.console)).toContain('[    0.170000] demo: ready')
})

it('a flood of the console is drawn from time to time, and nothing of it is lost', async () => {
  const { session, asked } = handClient()
  void session.start(files)
  let drawn = 0
  session.state.subscribe(() => drawn++)
  for (let line = 0; line < 5000; line++) asked[0]!.send({ kind: 'console', text: `${line}\n` })
  await vi.advanceTimersByTimeAsync(100)
  expect(drawn).toBeLessThan(5)
  expect(logOf(session.state.value)!.console.lines).toHaveLength(5000)
  session.stop()
})

it('a driver that the compiler refuses is not booted', async () => {
  const { session, asked } = handClient()
  const started = session.start(files)
  const refused = { severity: 'error' as const, message: 'no', spans: [], children: [], fixes: [] }
  asked[0]!.send({ kind: 'rejected', toolchain: 'clang 19.1.7, Linux 7.3.4', diagnostics: [refused] })
  asked[0]!.end({ kind: 'complete' })
  await started
  expect(session.compiled.value).toMatchObject({ outcome: 'rejected', diagnostics: [refused] })
  expect(toSentence(session.state.value)).toContain('clang refuses the driver')
})

it('Stop keeps what the console showed', async () => {
  const { session, asked } = handClient()
  const started = session.start(files)
  events.slice(0, 4).forEach(asked[0]!.send)
  await vi.advanceTimersByTimeAsync(100)
  session.stop()
  await started
  expect(session.state.value).toMatchObject({ kind: 'ended', ending: { kind: 'stopped', reason: 'reader' } })
  expect(logOf(session.state.value)!.console.lines).not.toHaveLength(0)
})

it('a second run ends the first, whose events are heard no more', async () => {
  const { session, asked } = handClient()
  void session.start(files)
  const second = session.start(files)
  asked[0]!.send({ kind: 'console', text: 'from the first\n' })
  await vi.advanceTimersByTimeAsync(100)
  events.forEach(asked[1]!.send)
  asked[1]!.end({ kind: 'complete' })
  await second
  expect(allLines(logOf(session.state.value)!.console).join()).not.toContain('from the first')
})

it('where all kernels are busy the reader is told, and it goes on by itself', async () => {
  const { session, asked } = handClient()
  const started = session.start(files)
  asked[0]!.end({ kind: 'no result', failure: { kind: 'busy', retryAfter: 3 } })
  await vi.advanceTimersByTimeAsync(10)
  expect(toSentence(session.state.value)).toContain('Trying again in 3 seconds')
  await vi.advanceTimersByTimeAsync(3000)
  asked[1]!.end({ kind: 'cut off' })
  await started
  expect(toSentence(session.state.value)).toContain('Press Run again')
})

describe('each end is a sentence that says what to do next', () => {
  const log = { console: { lines: [], rest: '' }, reports: [] }
  it.each(['time', 'memory', 'output', 'crash'] as const)('stopped for %s', (reason) => {
    expect(toSentence({ kind: 'ended', log, ending: { kind: 'stopped', reason } })).toMatch(/^Stopped: .+\.$/)
  })

  const during = { line: 3, command: 'cat /dev/demo' }
  it('stopped in a line of the script', () => {
    const ending = { kind: 'stopped', reason: 'time', milliseconds: 15_012, during } as const
    expect(toSentence({ kind: 'ended', log, ending })).toBe(
      'Stopped after 15 s in line 3: cat /dev/demo. Perhaps a loop does not end, or it waits for what never comes.',
    )
    expect(toSentence({ kind: 'ended', log, ending: { ...ending, reason: 'output' } })).toMatch(
      /^Stopped in line 3: cat \/dev\/demo\. .+\.$/,
    )
  })

  it('stopped, with a report of the kernel', () => {
    const title = 'INFO: task cat:31 is still in a module after 12 seconds.'
    const report: KernelReport = { kind: 'hang', title, spans: [], text: '' }
    const ending = { kind: 'stopped', reason: 'time', milliseconds: 15_012, during } as const
    const told = { ...log, reports: [report] }
    expect(toSentence({ kind: 'ended', log: told, ending })).toMatch(/^Stopped after 15 s .+ 12 seconds\.$/)
  })

  const clean = { kind: 'finished', verdict: 'clean', kernel: 'Linux', milliseconds: 1 } as const
  it.each([
    [[], 'The script ran to its end, and the kernel had nothing to report.'],
    [
      ['# foo', '[exit 127]\r'],
      'The script ran to its end (1 command failed), and the kernel had nothing to report.',
    ],
    [
      ['# ./suite', 'TAP version 13', '1..2', 'ok 1 a\r', 'not ok 2 b\r', '[exit 1]\r'],
      'The script ran to its end (1 command and 1 test failed), and the kernel had nothing to report.',
    ],
  ])('a script whose console ends with %j', (lines, sentence) => {
    const console = { lines, rest: '' }
    expect(toSentence({ kind: 'ended', log: { console, reports: [] }, ending: clean })).toBe(sentence)
  })

  it('a script that switches the machine off before its end', () => {
    const console = { lines: ['# insmod driver.ko', '# poweroff -f'], rest: '' }
    expect(toSentence({ kind: 'ended', log: { commandCount: 3, console, reports: [] }, ending: clean })).toBe(
      'The script ended early, after 2 of 3 commands, and the kernel had nothing to report.',
    )
  })

  it('a headline that names the place already', () => {
    const title = 'WARNING: driver.c:7 at demo_init, CPU#0: insmod/29'
    const place = { file: 'driver.c', start: { line: 7, column: 1 }, end: { line: 7, column: 2 } }
    const report = {
      ...({ kind: 'warning', text: title } as const),
      title,
      spans: [{ ...place, primary: true }],
    }
    const ending = { ...clean, verdict: 'reported' } as const
    expect(toSentence({ kind: 'ended', log: { ...log, reports: [report] }, ending })).toBe(
      `${title}. The script still ran to its end.`,
    )
  })

  it('what modpost refuses is not laid to the compiler', () => {
    const error = { severity: 'error' as const, message: 'no', spans: [], children: [], fixes: [] }
    const diagnostics = [{ ...error, code: 'modpost' }]
    expect(
      toSentence({ kind: 'ended', log, ending: { kind: 'rejected', toolchain: '', diagnostics } }),
    ).toMatch(/^modpost refuses the driver/)
  })

  it('a kernel that is being built: how far it is, and when it will be there', () => {
    const answer = {
      ...({ kind: 'preparing', stage: 'kasan', percent: 43, step: 'compiling' } as const),
      ...{ secondsLeft: 260, retryAfter: 2 },
    }
    expect(toSentence({ kind: 'ended', log, ending: { kind: 'no result', failure: answer } })).toBe(
      'The kernel is being prepared: 43 % (compiling), about 4 minutes left. Press Run again when it is ready.',
    )
  })
})

it('a boot that waits for a kernel says how many come first', async () => {
  const { session, asked } = handClient()
  const started = session.start(files)
  asked[0]!.send({ kind: 'waiting', ahead: 3 })
  expect(toSentence(session.state.value)).toBe('Waiting for a kernel: 3 ahead.')
  expect(session.isOn.value).toBe(true)
  asked[0]!.send({ kind: 'waiting', ahead: 0 })
  expect(toSentence(session.state.value)).toBe('Waiting for a kernel: you are next.')
  events.forEach(asked[0]!.send)
  asked[0]!.end({ kind: 'complete' })
  await started
  expect(session.state.value.kind).toBe('ended')
})

it('a boot that begins again, as the service was restarted, shows nothing of the first attempt', async () => {
  const { session, asked } = handClient()
  const started = session.start(files)
  asked[0]!.send({ kind: 'console', text: 'cut off\n' })
  asked[0]!.end({ kind: 'no result', failure: { kind: 'busy', retryAfter: 1 } })
  await vi.advanceTimersByTimeAsync(1000)
  events.forEach(asked[1]!.send)
  asked[1]!.end({ kind: 'complete' })
  await started
  expect(allLines(logOf(session.state.value)!.console)).not.toContain('cut off')
})

import { expect, it } from 'vitest'
import type { KernelReport } from '#protocol/kernel-report.ts'
import type { ShellEvent, ShellInput } from '#protocol/shell.ts'
import { createShellSession } from '#playground/program/shell-session.ts'
import type { ShellAnswer, ShellClient } from '#playground/backends/shell/shell-client.ts'
import { describePush, describeShell } from '#playground/wording/describe-shell.ts'

const size = { rows: 24, columns: 80 }
const report: KernelReport = { kind: 'kasan', title: 'BUG: KASAN', spans: [], text: 'BUG' }

const c = (text: string) => ({ language: 'c' as const, files: { 'driver.c': text } })
const rust = { language: 'rust' as const, files: { 'driver.rs': 'fn' } }
const about = [{ name: 'driver' as const, build: 1 }]

/** A shell that the test plays. */
function open() {
  const sent: ShellInput[] = []
  const output: string[] = []
  let tell: (event: ShellEvent) => void = () => {}
  let end: (answer: ShellAnswer) => void = () => {}
  let isEnded = false
  const client: ShellClient = {
    open(_, onEvent, signal) {
      tell = onEvent
      signal.addEventListener('abort', () => (isEnded = true))
      return { send: (input) => sent.push(input), over: new Promise((resolve) => (end = resolve)) }
    },
  }
  const session = createShellSession({
    client,
    aim: { variant: 'kasan' },
    commands: () => ['insmod driver.ko'],
  })
  session.open(c('old'), size, (text) => output.push(text))
  const says = () => describeShell(session.state.value, 'driver.c')
  const saysOfPush = () => describePush(session.push.value)
  return {
    ...{ session, sent, output, says, saysOfPush },
    tell: (event: ShellEvent) => tell(event),
    end: (answer: ShellAnswer) => end(answer),
    isEnded: () => isEnded,
  }
}

it('says how far a shell is, from the question to its end', () => {
  const { session, tell, says, output } = open()
  expect(says()).toBe('Asking for a kernel…')
  tell({ kind: 'waiting', ahead: 2 })
  expect(says()).toBe('Waiting for a kernel: 2 ahead.')
  tell({ kind: 'building' })
  expect(says()).toBe('Building driver.c…')
  tell({ kind: 'built', diagnostics: [] })
  expect(says()).toBe('Booting…')
  tell({ kind: 'output', text: '~ # ' })
  expect([says(), output]).toEqual([
    'The kernel is up. It is yours for ten minutes. Esc, then Tab leaves the terminal.',
    ['~ # '],
  ])
  tell({ kind: 'report', report, about })
  expect(session.reportsAbout(c('old'))).toEqual([report])
  tell({ kind: 'ended', why: 'panicked' })
  expect([session.isOn.value, says()]).toEqual([false, expect.stringMatching(/^The kernel panicked/)])
})

it('warns of its end, until the reader types', () => {
  const { session, tell, says, sent } = open()
  tell({ kind: 'warning', why: 'others', seconds: 15 })
  expect(says()).toBe('Others wait for a kernel. This one ends in 15 seconds; press any key to keep it.')
  session.type('x')
  expect([says(), sent]).toEqual([expect.stringMatching(/^The kernel is up/), [{ kind: 'type', text: 'x' }]])
})

it('says when the connection broke, and when nobody answers', async () => {
  const broken = open()
  broken.end({ kind: 'cut off' })
  await expect.poll(broken.says).toMatch(/^The connection broke/)
  const alone = open()
  alone.end({ kind: 'no result', failure: { kind: 'busy', retryAfter: 5 } })
  await expect.poll(alone.says).toMatch(/Press Open a shell again in a moment/)
})

it('ends the kernel when the reader closes it', () => {
  const { session, isEnded, says } = open()
  session.close()
  expect([isEnded(), session.isOn.value, says()]).toEqual([
    true,
    false,
    'You closed the shell, and its kernel ended.',
  ])
})

it('forgets the reports of the shell before', () => {
  const { session, tell } = open()
  tell({ kind: 'report', report, about })
  session.open(c('old'), size, () => {})
  expect(session.reportsAbout(c('old'))).toEqual([])
})

it('pushes a new build under the name of its side, one at a time, and says what came of it', () => {
  const { session, tell, saysOfPush, sent } = open()
  tell({ kind: 'built', diagnostics: [] })
  session.pushDriver(c('too early'))
  expect(sent).toEqual([])
  tell({ kind: 'output', text: '~ # ' })
  expect([session.has(c('old')), session.has(c('new')), session.has(rust)]).toEqual([
    'these',
    'others',
    'none',
  ])
  session.pushDriver(c('new'))
  session.pushDriver(rust)
  expect(sent).toEqual([{ kind: 'push', name: 'driver', ...c('new') }])
  expect(saysOfPush()).toBe('Building driver.c. The kernel goes on meanwhile.')
  tell({ kind: 'pushed', name: 'driver', build: 2, isLoaded: true, diagnostics: [] })
  expect(saysOfPush()).toMatch(/^driver.ko is new. The kernel still runs the old one/)
  expect([session.has(c('old')), session.has(c('new'))]).toEqual(['others', 'these'])
  session.notePushUsed()
  session.pushDriver(rust)
  expect(sent.at(-1)).toEqual({ kind: 'push', name: 'driver_rust', ...rust })
  tell({ kind: 'push-failed', name: 'driver_rust', why: 'rejected', diagnostics: [] })
  expect([saysOfPush(), session.has(rust)]).toEqual([
    'The compiler refuses driver.rs: see Problems. The kernel goes on with what it has.',
    'none',
  ])
  session.pushDriver(rust)
  tell({ kind: 'push-failed', name: 'driver_rust', why: 'unanswered', diagnostics: [] })
  expect(saysOfPush()).toMatch(/Build and boot again to use it/)
})

it('tells a report of the sources that it is about only, and keeps those of an older build beside', () => {
  const { session, tell } = open()
  const at = (line: number, file = 'driver.c') => ({
    ...report,
    text: `${file} ${line}`,
    spans: [{ file, start: { line, column: 1 }, end: { line, column: 4 }, primary: true }],
  })
  tell({ kind: 'built', diagnostics: [] })
  tell({ kind: 'output', text: '~ # ' })
  session.pushDriver(c('new'))
  tell({ kind: 'pushed', name: 'driver', build: 2, isLoaded: true, diagnostics: [] })
  session.pushDriver(rust)
  tell({ kind: 'pushed', name: 'driver_rust', build: 1, isLoaded: false, diagnostics: [] })
  const both = [...about, { name: 'driver_rust' as const, build: 1 }]
  tell({ kind: 'report', report: at(1), about: both })
  tell({ kind: 'report', report: at(1, 'driver.rs'), about: both })
  expect(session.reportsAbout(c('new'))).toEqual([])
  expect(session.reportsAbout(c('old'))).toEqual([at(1)])
  expect(session.reportsAbout(rust)).toEqual([at(1, 'driver.rs')])
  expect(session.oldReports.value).toEqual([{ report: at(1), file: 'driver.c', line: 1, code: 'old' }])
})

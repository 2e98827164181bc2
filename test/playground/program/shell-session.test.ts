import { expect, it } from 'vitest'
import type { KernelReport } from '#protocol/kernel-report.ts'
import type { ShellEvent, ShellInput } from '#protocol/shell.ts'
import { createShellSession } from '#playground/program/shell-session.ts'
import type { ShellAnswer, ShellClient } from '#playground/backends/shell/shell-client.ts'
import { describeShell } from '#playground/wording/describe-shell.ts'

const size = { rows: 24, columns: 80 }
const report: KernelReport = { kind: 'kasan', title: 'BUG: KASAN', spans: [], text: 'BUG' }

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
  const aim = { language: 'c', variant: 'kasan' } as const
  const session = createShellSession({ client, aim, commands: () => ['insmod driver.ko'] })
  session.open({ 'driver.c': '' }, size, (text) => output.push(text))
  const says = () => describeShell(session.state.value, 'driver.c')
  return {
    ...{ session, sent, output, says },
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
  expect([says(), output]).toEqual(['The kernel is up. It is yours for ten minutes.', ['~ # ']])
  tell({ kind: 'report', report })
  expect(session.reports.value).toEqual([report])
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
  tell({ kind: 'report', report })
  session.open({ 'driver.c': 'new' }, size, () => {})
  expect(session.reports.value).toEqual([])
})

import { BootRequest } from '#protocol/boot.ts'
import { CompileRequest } from '#protocol/compile.ts'
import type { Fetch } from '#playground/backends/send-request.ts'
import type { Runner } from '#playground/backends/runners/runner.ts'
import { createFakeHost, type FakeHostOptions } from './fake-host.ts'

const hints = {
  first: { otherwise: 'Look at the loan.', E0505: 'It is still lent.', tests: 'A test fails.' },
  second: 'Copy it.',
  third: 'Drop it later.',
  solution: 'So the loan ends.',
}
const shared = {
  title: 'A deadline',
  variant: 'kasan',
  expect: 'E0505',
  rules: ['no-unsafe'],
  driver: 'kfree(buf);\n',
  boot: 'insmod driver.ko\n',
  hints,
}
const userspace = {
  ...shared,
  ...{ slug: 'ownership/deadline', target: 'userspace', root: 'main.rs' },
  ...{
    start: { 'main.rs': 'refused\n', 'ring.rs': 'ring\n' },
    solution: { 'main.rs': 'fine\n', 'ring.rs': 'ring\n' },
  },
  tests: 'use super::*;\n\n#[test]\nfn frees_it() {\n    assert!(freed());\n}\n',
}
const kernel = {
  ...shared,
  ...{
    slug: 'first-module/exit',
    target: 'kernel',
    root: 'driver.rs',
    checkScript: 'insmod driver.ko\n#= loaded\n',
  },
  ...{ start: { 'driver.rs': 'refused\n' }, solution: { 'driver.rs': 'fine\n' } },
}
const lessons = [
  {
    slug: userspace.slug,
    number: '3.2',
    title: 'A deadline',
    chapter: 'Ownership',
    minutes: 20,
    target: 'userspace',
  },
  {
    slug: kernel.slug,
    number: '5.1',
    title: 'Module and exit',
    chapter: 'First module',
    minutes: 20,
    target: 'kernel',
  },
  { slug: 'rust/integers', number: '2.1', title: 'Integers', chapter: 'Rust', minutes: 20 },
]
const lent = {
  severity: 'error',
  code: 'E0505',
  message: 'it is lent',
  spans: [],
  children: [],
  fixes: [],
  rendered: 'error[E0505]: it is lent',
}
const unsafe = {
  ...lent,
  code: 'unsafe_code',
  message: 'usage of an `unsafe` block',
  rendered: 'error: usage of an `unsafe` block',
}

/** A module that the fake runner below is given; a program whose text says so has a failing test. */
const artifact = btoa(String.fromCharCode(0, 97, 115, 109, 1, 0, 0, 0))

/** A course of three lessons, and a service that goes by what stands in the root file. */
const course: Fetch = async (address, init) => {
  const path = new URL(address).pathname
  if (path === '/lessons.json') return Response.json({ version: 1, lessons })
  if (path === '/ownership/deadline/exercise.json') return Response.json({ exercise: userspace })
  if (path === '/first-module/exit/exercise.json') return Response.json({ exercise: kernel })
  if (path === '/api/compile')
    return Response.json(compile(CompileRequest.parse(JSON.parse(init?.body as string))))
  if (path === '/api/boot') return boot(BootRequest.parse(JSON.parse(init?.body as string)))
  return new Response('', { status: 404 })
}

function compile({ files, action }: CompileRequest) {
  const text = files['main.rs'] ?? files['driver.rs']
  const isRefused = text?.includes('refused')
  const found = isRefused ? [lent] : text?.includes('unsafe') && action === 'lint' ? [unsafe] : []
  const rest = { diagnostics: found, toolchain: 'rustc 1.85.1', cached: false, milliseconds: 100 }
  return isRefused
    ? { outcome: 'rejected', ...rest }
    : { outcome: 'accepted', ...rest, ...(action === 'build' && { artifact }) }
}

function boot({ files }: BootRequest): Response {
  const text = files['driver.rs']!.includes('silent') ? 'nothing\n' : 'demo: loaded\n'
  const events = files['driver.rs']!.includes('refused')
    ? [{ kind: 'rejected', toolchain: '', diagnostics: [lent] }]
    : [
        { kind: 'console', text },
        { kind: 'finished', verdict: 'clean', kernel: 'Linux', milliseconds: 1 },
      ]
  return new Response(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''), {
    headers: { 'content-type': 'text/event-stream' },
  })
}

/** Runs one test, which ends with `code`. */
export function runnerOf(code: number): Runner {
  return {
    run: async ({ args }, { onOutput }) => {
      if (args.includes('--list')) onOutput({ stream: 'stdout', text: 'tests::frees_it: test\n' })
      else if (code > 0)
        onOutput({
          stream: 'stderr',
          text: "thread 'main' panicked at src/tests.rs:5:5:\nit is still there\n",
        })
      return { kind: 'exited', code: args.includes('--list') ? 0 : code }
    },
  }
}

/** Somebody at work on the lessons of that course. */
export function student(options: FakeHostOptions = {}) {
  return createFakeHost({ fetch: course, runner: runnerOf(0), ...options })
}

/** Says which lesson a folder is of. */
export const mark = '{"lesson":"ownership/deadline"}'

/** The folder of a lesson that is solved. */
export const solved = {
  'deadline/.no-oops.json': mark,
  'deadline/main.rs': 'fine\n',
  'deadline/ring.rs': 'ring\n',
}

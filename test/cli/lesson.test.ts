import { describe, expect, it } from 'vitest'
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
function runnerOf(code: number): Runner {
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

function student(options: FakeHostOptions = {}) {
  return createFakeHost({ fetch: course, runner: runnerOf(0), ...options })
}

const mark = '{"lesson":"ownership/deadline"}'
const solved = { 'deadline/.no-oops.json': mark, 'deadline/main.rs': 'fine\n', 'deadline/ring.rs': 'ring\n' }

describe('no-oops lesson list', () => {
  it('lists the lessons with their numbers and names', async () => {
    const { run, out } = student()
    expect(await run('lesson list')).toBe(0)
    expect(out()).toBe(
      '  3.2  ownership/deadline  userspace  A deadline\n  5.1  first-module/exit   kernel     Module and exit\n  2.1  rust/integers                  Integers\n',
    )
  })
})

describe('no-oops lesson start', () => {
  it.each(['ownership/deadline', 'deadline', '3.2'])(
    'writes what «%s» begins with into a new folder',
    async (name) => {
      const { run, out, files } = student()
      expect(await run(`lesson start ${name}`)).toBe(0)
      expect(Object.keys(files).sort()).toEqual(
        ['.no-oops.json', 'README.md', 'boot.sh', 'driver.c', 'main.rs', 'ring.rs'].map(
          (file) => `deadline/${file}`,
        ),
      )
      expect(files['deadline/main.rs']).toBe('refused\n')
      expect(out()).toContain('Read http://127.0.0.1:4321/ownership/deadline/, change main.rs')
    },
  )

  it('writes nothing over', async () => {
    const { run, err, files } = student({ files: { 'deadline/notes.txt': 'mine' } })
    expect(await run('lesson start deadline')).toBe(2)
    expect(files).toEqual({ 'deadline/notes.txt': 'mine' })
    expect(err()).toContain('«deadline» is there already, and has files in it')
  })

  it.each([
    ['lesson start nothing', 2, 'There is no lesson «nothing»'],
    ['lesson start integers', 1, 'is on its page: http://127.0.0.1:4321/rust/integers/'],
  ])('says why «%s» is not done', async (line, code, says) => {
    const { run, err } = student()
    expect(await run(line)).toBe(code)
    expect(err()).toContain(says)
  })

  it('says so where the service is of another version, or has no lessons', async () => {
    const newer: Fetch = async () => Response.json({ version: 2, lessons: [] })
    const bare: Fetch = async (address) =>
      new Response('', { status: address.endsWith('/healthz') ? 200 : 404 })
    for (const [fetch, says] of [
      [newer, 'older, newer or something else'],
      [bare, 'There are no lessons at http://'],
    ] as const) {
      const { run, err } = student({ fetch })
      expect(await run('lesson list')).toBe(3)
      expect(err()).toContain(says)
    }
  })
})

describe('no-oops lesson check', () => {
  it.each(['lesson check deadline', 'lesson check ownership/deadline'])(
    'says by «%s» that it is solved',
    async (line) => {
      const { run, out } = student({ files: { ...solved } })
      expect(await run(line)).toBe(0)
      expect(out()).toBe('✓ rustc accepts the program\n✓ no unsafe\n✓ frees_it\nSolved: all 3 checks hold.\n')
    },
  )

  it('finds the lesson of the current folder', async () => {
    const { run } = student({ files: { '.no-oops.json': mark, 'main.rs': 'fine\n', 'ring.rs': '' } })
    expect(await run('lesson check')).toBe(0)
  })

  it('shows what rustc refuses', async () => {
    const { run, out } = student({ files: { ...solved, 'deadline/main.rs': 'refused\n' } })
    expect(await run('lesson check deadline')).toBe(1)
    expect(out()).toBe(
      '✗ rustc accepts the program\n\nerror[E0505]: it is lent\n\n✓ no unsafe\nNot yet: 1 of 2 checks hold.\n',
    )
  })

  it('says which test fails, and why', async () => {
    const { run, out } = student({ files: { ...solved }, runner: runnerOf(101) })
    expect(await run('lesson check deadline')).toBe(1)
    expect(out()).toContain('✗ frees_it: it is still there\n')
  })

  it('says which rule is broken', async () => {
    const { run, out } = student({ files: { ...solved, 'deadline/main.rs': 'unsafe {}\n' } })
    expect(await run('lesson check deadline')).toBe(1)
    expect(out()).toContain('✗ no unsafe\n\nerror: usage of an `unsafe` block\n')
  })

  it('says what the console of a kernel lacks', async () => {
    const files = { '.no-oops.json': '{"lesson":"first-module/exit"}', 'driver.rs': 'silent\n' }
    const { run, out } = student({ files })
    expect(await run('lesson check')).toBe(1)
    expect(out()).toContain('✗ the console shows «loaded»\n✓ the kernel has nothing to report\n')
  })

  it.each([
    [{}, 'is no folder of a lesson: it has no .no-oops.json'],
    [{ '.no-oops.json': '{' }, 'cannot be read. Write {"lesson": "SLUG"}'],
    [{ '.no-oops.json': mark, 'main.rs': 'fine\n' }, '«ring.rs» is not there'],
  ])('says what is wrong with a folder', async (files, says) => {
    const { run, err } = student({ files })
    expect(await run('lesson check')).not.toBe(0)
    expect(err()).toContain(says)
  })

  it('checks again after each change, until it is interrupted', async () => {
    let change = () => {}
    const host = student({ files: { ...solved, 'deadline/main.rs': 'refused\n' } })
    host.host.files.watch = (_path, onChange) => void (change = onChange)
    const code = host.run('lesson check --watch deadline')
    await expect.poll(host.out).toContain('Not yet')
    host.files['deadline/main.rs'] = 'fine\n'
    change()
    await expect.poll(host.out).toContain('Solved')
    host.interrupt()
    expect(await code).toBe(130)
  })
})

describe('no-oops lesson hint', () => {
  it('begins with what is wrong now, and says more each time', async () => {
    const { run, out } = student({ files: { ...solved, 'deadline/main.rs': 'refused\n' } })
    for (const _ of [1, 2, 3, 4]) await run('lesson hint deadline')
    expect(
      out()
        .split('Hint ')
        .slice(1)
        .map((hint) => hint.replaceAll('\n', ' ').trim()),
    ).toEqual([
      '1 of 3  It is still lent.',
      '2 of 3  Copy it.',
      '3 of 3  Drop it later.',
      '3 of 3  Drop it later.',
    ])
  })
})

describe('no-oops lesson solution', () => {
  it('prints the solution alone, and beside it why', async () => {
    const { run, out, err } = student()
    expect(await run('lesson solution 5.1')).toBe(0)
    expect([out(), err()]).toEqual(['fine\n', '\nSo the loan ends.\n'])
  })
})

describe('no-oops grade', () => {
  const submission = { 'in/main.rs': 'fine\n', 'in/ring.rs': 'ring\n' }

  it('writes Exercism’s results', async () => {
    const { run, out } = student({ files: submission, runner: runnerOf(101) })
    expect(await run('grade in --lesson ownership/deadline --json')).toBe(1)
    expect(JSON.parse(out())).toEqual({
      ...{ version: 3, status: 'fail', message: null },
      tests: [
        { name: 'no unsafe', status: 'pass', message: null, output: null, test_code: 'no unsafe' },
        {
          ...{ name: 'frees_it', status: 'fail', message: 'it is still there', output: null },
          test_code: 'fn frees_it() {\n    assert!(freed());\n}',
        },
      ],
    })
  })

  it('writes «error» with what the compiler says of what it refuses', async () => {
    const { run, out } = student({ files: { ...submission, 'in/main.rs': 'refused' } })
    expect(await run('grade in --lesson 3.2 --json')).toBe(1)
    expect(JSON.parse(out())).toEqual({
      version: 3,
      status: 'error',
      message: 'error[E0505]: it is lent',
      tests: [],
    })
  })

  it('writes Gradescope’s results into a file', async () => {
    const { run, files } = student({ files: { ...submission } })
    expect(await run('grade in --lesson 3.2 --format gradescope -o out/results.json')).toBe(0)
    const { output, tests } = JSON.parse(files['out/results.json'] as string) as {
      output: string
      tests: object[]
    }
    expect(output).toBe('Solved.')
    expect(tests.at(-1)).toEqual({ name: 'frees_it', score: 1, max_score: 1, status: 'passed', output: '' })
  })

  it('writes nothing where there is no grade', async () => {
    const { run, out } = student({ files: submission, fetch: () => Promise.reject(new TypeError('gone')) })
    expect(await run('grade in --lesson 3.2 --json')).toBe(3)
    expect(out()).toBe('')
  })
})

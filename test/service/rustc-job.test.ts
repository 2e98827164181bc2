import { describe, expect, it } from 'vitest'
import { toRustcJob, toTraceJob } from '#service/rustc-job.ts'
import { requestFor } from './test-service.ts'

const files = { 'main.rs': 'fn main() {}', 'tests.rs': '#[test]\nfn holds() {}' }

describe('the command for a request', () => {
  it('checks without generating code', () => {
    const { command } = toRustcJob(requestFor('fn main() {}'))
    expect(command[0]).toBe('rustc')
    expect(command.join(' ')).toContain('--emit metadata')
    expect(command).not.toContain('--test')
  })

  it('lints with clippy and the rules of the course', () => {
    const { command } = toRustcJob(requestFor('fn main() {}', 'lint'))
    expect(command[0]).toBe('clippy-driver')
    expect(command.join(' ')).toContain('-W unsafe_code -W clippy::unwrap_used')
  })

  it('takes the edition of the request, else that of 2021', () => {
    for (const action of ['check', 'build', 'test', 'lint'] as const) {
      const request = requestFor('fn main() {}', action)
      expect(toRustcJob(request).command.join(' ')).toContain('--edition 2021')
      expect(toRustcJob({ ...request, edition: '2024' }).command.join(' ')).toContain('--edition 2024')
    }
  })

  it('keeps the files apart from the shell that builds', () => {
    const { command } = toRustcJob(requestFor({ 'main.rs': '', 'x.rs': '$(reboot)' }, 'build'))
    expect(command.slice(0, 3)).toEqual(['busybox', 'sh', '-c'])
    expect(command[3]).toBe('rustc "$@" -o /tmp/main.wasm && exec busybox cat /tmp/main.wasm')
  })
})

describe('the command for a test program', () => {
  it('is that of a build with --test, without a tests.rs', () => {
    const job = toRustcJob(requestFor('fn main() {}', 'test'))
    expect(job.command).toContain('--test')
    expect(job.files).toEqual({ 'main.rs': 'fn main() {}' })
  })
})

describe('the command for a trace', () => {
  const request = { action: 'build', files: { 'main.rs': 'fn main() {}' }, offsets: [7, 4242] } as const

  it('builds as a build does, but for the line tables', () => {
    const traced = toTraceJob({ ...request, offsets: [...request.offsets] }).command
    const built = toRustcJob(requestFor(request.files, 'build')).command
    const isOfDebugInformation = (argument: string) => /^-C(debuginfo|strip)=/.test(argument)
    expect(traced.slice(traced.indexOf('--edition')).filter((it) => !isOfDebugInformation(it))).toEqual(
      built.slice(built.indexOf('--edition')).filter((it) => !isOfDebugInformation(it)),
    )
  })

  it('keeps the offsets apart from the arguments of rustc', () => {
    const { command } = toTraceJob({ ...request, offsets: [...request.offsets] })
    expect(command[5]).toBe('7 4242')
  })
})

describe('a tests.rs', () => {
  it('makes a build a test program, with the tests as a module of main.rs', () => {
    const job = toRustcJob(requestFor(files, 'build'))
    expect(job.command).toContain('--test')
    expect(job.files['main.rs']).toBe('fn main() {}\n#[cfg(test)]\nmod tests;\n')
    expect(job.files['tests.rs']).toBe(files['tests.rs'])
  })

  it('is not declared twice', () => {
    const main = '#[cfg(test)]\nmod tests;\nfn main() {}'
    expect(toRustcJob(requestFor({ ...files, 'main.rs': main }, 'build')).files['main.rs']).toBe(main)
  })

  it.each(['check', 'lint'] as const)('is left out of a %s, so that the program alone decides', (action) => {
    expect(Object.keys(toRustcJob(requestFor(files, action)).files)).toEqual(['main.rs'])
  })
})

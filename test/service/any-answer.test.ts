import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BootEvent, type BootRequest } from '#protocol/boot.ts'
import { CompileResult, type CompileRequest, type SourceFiles } from '#protocol/compile.ts'
import type { Kernel } from '#service/kernel/kernel-environment.ts'
import type { Job, JobResult, Sandbox } from '#service/sandbox.ts'
import { anyNumber, anyOutput, anySource, anyText } from './any-output.ts'
import { createFakeMachines } from './boot/fake-machines.ts'
import { anyClangLine } from './clang-diagnostics/any-clang-line.ts'
import { readAddresses } from './kernel-log/boots.ts'
import { anyConsoleLine } from './kernel-log/any-console-line.ts'
import { anyElfFile } from './kernel/any-elf-file.ts'
import { createFakeKernel } from './kernel/fake-kernel.ts'
import { anyRustcLine } from '../compiler-output/rustc-json/any-rustc-line.ts'
import { createTestService, post, type TestService } from './test-service.ts'

/** What each kind of tool writes. */
interface Written {
  compiler: JobResult
  machine: JobResult
  /** A line for each frame that is asked for. */
  symboliser: string[]
}

const programs = [
  { target: 'userspace', language: 'rust', root: 'main.rs' },
  { target: 'kernel', language: 'rust', root: 'driver.rs' },
  { target: 'kernel', language: 'c', root: 'driver.c' },
] as const

const anyEnd = fc.oneof(fc.constantFrom(0, 0, 1, 1, 2, 3, 134), fc.constantFrom('time', 'output', 'crash'))
const anyFileName = fc.oneof(
  fc.constantFrom('/work/driver.c', 'driver.c', '/usr/src/linux/rust/kernel/a.rs', '__proto__', ''),
  anyText,
)
const anyAnswer = fc.oneof(
  fc
    .array(fc.record({ FileName: anyFileName, Line: anyNumber }), { maxLength: 4 })
    .map((symbols) => JSON.stringify({ Symbol: symbols })),
  anyText,
)
const anyWritten: fc.Arbitrary<Written> = fc.record({
  compiler: fc
    .tuple(anyEnd, anyElfFile, anyOutput(fc.oneof(anyClangLine, anyRustcLine, anyLinkerLine())))
    .map(toResult),
  machine: fc
    .tuple(
      anyEnd,
      fc.array(anyConsoleLine, { maxLength: 80 }).map((lines) => lines.join('\n')),
      anyText,
    )
    .map(toResult),
  symboliser: fc.array(anyAnswer, { minLength: 1, maxLength: 5 }),
})

function anyLinkerLine(): fc.Arbitrary<string> {
  return anyText.map((text) => `ld.lld: error: ${text}`)
}

function toResult([end, stdout, stderr]: [number | string, Uint8Array | string, string]): JobResult {
  if (typeof end === 'string') return { kind: 'stopped', reason: end as 'time' | 'output' | 'crash' }
  return { kind: 'exited', code: end, stdout: Buffer.from(stdout), stderr }
}

const anyRequest: fc.Arbitrary<CompileRequest> = fc
  .record({
    action: fc.constantFrom('check', 'build', 'lint'),
    program: fc.constantFrom(...programs),
    source: anySource,
  })
  .map(({ action, program: { root, ...program }, source }) => ({
    ...program,
    action,
    files: { [root]: source },
  }))

const anyBoot: fc.Arbitrary<BootRequest> = fc
  .tuple(fc.constantFrom(...programs.slice(1)), anySource)
  .map(([{ language, root }, source]) => ({
    language,
    variant: 'kasan',
    files: { [root]: source },
    script: 'insmod driver.ko',
  }))

describe('whatever the tools write', () => {
  it('a compilation is answered in the form of the protocol, and a refusal has a reason', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, anyWritten, async (request, written) => {
        const response = await createService(written).request('/api/compile', post(request))
        expect(response.status).toBe(200)
        const answer: unknown = await response.json()
        const result = CompileResult.parse(answer)
        expect(result).toEqual(answer)
        if (result.outcome === 'stopped') return
        expectPlaces(result.diagnostics, request.files)
        const hasError = result.diagnostics.some(({ severity }) => severity === 'error')
        if (result.outcome === 'rejected') expect(hasError).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('each event of a boot is in the form of the protocol, and the last one ends it', async () => {
    await fc.assert(
      fc.asyncProperty(anyBoot, anyWritten, async (request, written) => {
        const response = await createService(written).request('/api/boot', post(request))
        // A text may have U+2028 in it, which ends a line for a regular expression, and not for an event.
        const lines = (await response.text()).split('\n').filter((line) => line.startsWith('data: '))
        const told = lines.map((line) => line.slice('data: '.length))
        if (response.status !== 200) return expect(response.status).toBe(503)
        const events = told.map((data) => BootEvent.parse(JSON.parse(data)))
        expect(events).toEqual(told.map((data) => JSON.parse(data) as unknown))
        expect(['rejected', 'finished', 'stopped', 'failed']).toContain(events.at(-1)?.kind)
        for (const event of events) if (event.kind === 'report') expectPlaces([event.report], request.files)
      }),
      { numRuns: 200 },
    )
  })
})

/** A service whose tools write that. */
function createService(written: Written): TestService {
  const sandbox: Sandbox = { run: (job) => Promise.resolve(answer(job, written)) }
  const { machine } = written
  const console = machine.kind === 'exited' ? [Buffer.from(machine.stdout).toString()] : []
  const machines = createFakeMachines({ console, ended: machine })
  const environment = { ...createFakeKernel('kasan').environment(), compilers: sandbox, machines }
  const kasan: Kernel = {
    status: () => ({ state: 'ready', toolchain: 'clang' }),
    environment: () => environment,
  }
  return createTestService(sandbox, { kernels: { kasan } })
}

function answer({ command, files }: Job, { compiler, symboliser }: Written): JobResult {
  if (command[0] === 'llvm-cxxfilt') return exit(command.slice(1))
  if (!('addresses' in files)) return compiler
  return exit(readAddresses(files).map((_, index) => symboliser[index % symboliser.length]!))
}

function exit(lines: string[]): JobResult {
  return { kind: 'exited', code: 0, stdout: Buffer.from(`${lines.join('\n')}\n`), stderr: '' }
}

function expectPlaces(
  items: { spans: { file: string; start: { line: number }; external?: true | undefined }[] }[],
  files: SourceFiles,
): void {
  for (const { file, start, external } of items.flatMap(({ spans }) => spans)) {
    expect(external === true || file in files, file).toBe(true)
    if (!external) expect(start.line).toBeLessThanOrEqual(files[file]!.split('\n').length)
  }
}

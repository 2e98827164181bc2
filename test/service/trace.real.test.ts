import { beforeAll, describe, expect, it } from 'vitest'
import type { SourceFiles } from '#protocol/compile.ts'
import { TraceResult } from '#protocol/trace.ts'
import { findCodeSection } from '#playground/backends/runners/code-section.ts'
import { runProgram } from '#playground/backends/runners/wasi-program.ts'
import { openRealSandbox, toolroomTimeout } from './real-toolroom.ts'
import { compileWith, createTestService, post, requestFor, type TestService } from './test-service.ts'

let app: TestService

beforeAll(async () => {
  app = createTestService(await openRealSandbox())
}, toolroomTimeout)

/** Builds and runs a program until it dies, and asks where that was. */
async function traceOf(files: SourceFiles | string): Promise<TraceResult> {
  const request = requestFor(files, 'build')
  const built = await compileWith(app, request)
  if (built.outcome !== 'accepted') throw new Error(JSON.stringify(built))
  const bytes = Uint8Array.from(Buffer.from(built.artifact!, 'base64'))
  const ending = runProgram(new WebAssembly.Module(bytes), { args: ['main'], onOutput() {} })
  if (ending.kind !== 'faulted') throw new Error('it did not die')
  const code = findCodeSection(bytes)!
  const offsets = ending.fault.offsets.map((offset) => offset - code)
  const response = await app.request('/api/trace', post({ action: 'build', files: request.files, offsets }))
  return TraceResult.parse(await response.json())
}

/** The lines of the sent files, innermost first. */
async function ownLinesOf(files: SourceFiles | string): Promise<string[]> {
  const { frames } = await traceOf(files)
  return frames.filter(({ external }) => !external).map(({ file, at }) => `${file}:${at.line}:${at.column}`)
}

describe('the trace of a program that died', () => {
  it('names the line that called into the library, and those that called it', async () => {
    const source =
      'fn halves(step: usize) -> usize {\n    (0..10).step_by(step).sum()\n}\n\nfn main() {\n    println!("{}", halves(0));\n}\n'
    expect(await ownLinesOf(source)).toEqual(['main.rs:2:5', 'main.rs:6:20'])
  })

  it('counts columns in UTF-16 units', async () => {
    const source = 'fn main() {\n    let _ä = "🦀"; (0..10).step_by(std::env::args().count() - 1);\n}\n'
    expect(await ownLinesOf(source)).toEqual([`main.rs:2:${source.split('\n')[1]!.indexOf('(0..10)') + 1}`])
  })

  it('tells the file of a program that has several', async () => {
    const files = {
      'main.rs': 'mod ring;\n\nfn main() {\n    ring::turn(0);\n}\n',
      'ring.rs': 'pub fn turn(step: usize) {\n    (0..10).step_by(step).count();\n}\n',
    }
    expect(await ownLinesOf(files)).toEqual(['ring.rs:2:5', 'main.rs:4:5'])
  })

  it('has the files of the library as they are in the tree of Rust', async () => {
    const { frames } = await traceOf('fn main() {\n    (0..10).step_by(std::env::args().count() - 1);\n}\n')
    expect(frames.map(({ file }) => file)).toContain('library/core/src/iter/adapters/step_by.rs')
  })

  it('is empty for a program that does not compile, and for offsets that are nowhere in it', async () => {
    const ask = async (source: string) => {
      const body = { action: 'build', files: { 'main.rs': source }, offsets: [0x7fff_ffff] }
      return (await app.request('/api/trace', post(body))).json()
    }
    expect(await ask('fn main() { missing() }')).toEqual({ frames: [] })
    expect(await ask('fn main() {}')).toEqual({ frames: [] })
  })

  it('refuses offsets that are none', async () => {
    for (const offsets of [[], [-1], [1.5], ['1; reboot'], Array.from({ length: 101 }, () => 1)]) {
      const body = { action: 'build', files: { 'main.rs': 'fn main() {}' }, offsets }
      expect((await app.request('/api/trace', post(body))).status).toBe(400)
    }
  })
})

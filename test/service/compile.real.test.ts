import { beforeAll, describe, expect, it } from 'vitest'
import type { CompileResult } from '#protocol/compile.ts'
import { openRealSandbox, toolroomTimeout } from './real-toolroom.ts'
import { runWasm } from './run-wasm.ts'
import { compileWith, createTestService, requestFor, type TestService } from './test-service.ts'

let app: TestService

beforeAll(async () => {
  app = createTestService(await openRealSandbox())
}, toolroomTimeout)

describe('the real compiler', () => {
  it('builds a program that runs', async () => {
    const result = await compileWith(app, requestFor('fn main() { println!("hello {}", 6 * 7); }', 'build'))
    expect(await runWasm(artifactOf(result), ['main'])).toEqual({ code: 0, stdout: 'hello 42\n', stderr: '' })
  })

  it('builds the modules of a program together', async () => {
    const files = {
      'main.rs': 'mod ring;\nfn main() { print!("{}", ring::SIZE) }',
      'ring.rs': 'pub const SIZE: u8 = 16;',
    }
    const result = await compileWith(app, requestFor(files, 'build'))
    expect((await runWasm(artifactOf(result), ['main'])).stdout).toBe('16')
  })

  it('builds tests that are run one by one, each by its name', async () => {
    const files = {
      'main.rs': 'fn double(n: u8) -> u8 { n * 2 }\nfn main() { double(1); }',
      'tests.rs':
        'use super::*;\n#[test]\nfn doubles() { assert_eq!(double(2), 4); }\n#[test]\nfn fails() { assert_eq!(double(2), 5); }',
    }
    const artifact = artifactOf(await compileWith(app, requestFor(files, 'build')))
    const list = await runWasm(artifact, ['t', '--list', '--format', 'terse'])
    expect(list.stdout).toBe('tests::doubles: test\ntests::fails: test\n')
    expect(await runWasm(artifact, ['t', '--exact', 'tests::doubles', '--nocapture'])).toMatchObject({
      code: 0,
    })
    const failed = await runWasm(artifact, ['t', '--exact', 'tests::fails', '--nocapture'])
    expect(failed).toMatchObject({ code: 'trap', stderr: expect.stringContaining('tests.rs:5:') })
  })

  it('tells of a brace that is missing at the end of what the learner wrote, not of what was added', async () => {
    const files = { 'main.rs': 'fn main() {\n    // 🦀', 'tests.rs': '' }
    const result = await compileWith(app, requestFor(files, 'build'))
    expect(result).toMatchObject({
      outcome: 'rejected',
      diagnostics: [
        {
          message: 'this file contains an unclosed delimiter',
          spans: expect.arrayContaining([
            { file: 'main.rs', start: { line: 2, column: 10 }, end: { line: 2, column: 10 }, primary: true },
          ]),
        },
      ],
    })
  })

  it('builds a program of which it has more to tell than is read, and says so', async () => {
    const names = Array.from({ length: 1800 }, (_, n) => `fn unused_${n}() {}`)
    const result = await compileWith(
      app,
      requestFor(`${names.join('\n')}\nfn main() { print!("runs") }`, 'build'),
    )
    expect((await runWasm(artifactOf(result), ['main'])).stdout).toBe('runs')
    const { diagnostics } = result as Extract<CompileResult, { outcome: 'accepted' }>
    expect(diagnostics.slice(0, -1).every(({ code }) => code === 'dead_code')).toBe(true)
    expect(diagnostics.at(-1)!.message).toMatch(/^… and \d+ more messages and more lines than are read$/)
  })

  it('names the rules of the course when it lints', async () => {
    const source = `fn main() {
    let list = vec![1];
    println!("{}", list[list.len()]);
    list.first().unwrap();
    list.first().expect("one");
    unsafe { std::hint::unreachable_unchecked() }
}`
    const result = await compileWith(app, requestFor(source, 'lint'))
    if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result))
    expect(result.diagnostics.map(({ code, spans }) => [code, spans[0]?.start.line])).toEqual(
      expect.arrayContaining([
        ['unsafe_code', 6],
        ['clippy::indexing_slicing', 3],
        ['clippy::unwrap_used', 4],
        ['clippy::expect_used', 5],
        ['clippy::undocumented_unsafe_blocks', 6],
      ]),
    )
  })

  it('knows every lint that the rules of the course ask for', async () => {
    expect(await compileWith(app, requestFor('fn main() {}', 'lint'))).toMatchObject({
      outcome: 'accepted',
      diagnostics: [],
    })
  })
})

function artifactOf(result: CompileResult): Uint8Array<ArrayBuffer> {
  if (result.outcome !== 'accepted' || !result.artifact) throw new Error(JSON.stringify(result))
  return Uint8Array.from(Buffer.from(result.artifact, 'base64'))
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EvaluateResponse, ExecuteResponse } from '#protocol/rust-playground.ts'
import type { RunningServer } from '#service/start-server.ts'
import { openRealService } from '../real-service.ts'
import { toolroomTimeout } from '../real-toolroom.ts'
import { post } from '../test-service.ts'
import { openRealPrograms } from './real-programs.ts'

let server: RunningServer

beforeAll(async () => {
  server = await openRealService({ PLAYGROUND_API: '1' }, {}, openRealPrograms())
}, toolroomTimeout)
afterAll(() => server.close())

async function ask(path: string, body: object): Promise<unknown> {
  return (await fetch(server.url + path, post(body))).json()
}

const execute = async (code: string, more: object = {}) =>
  ExecuteResponse.parse(
    await ask('/execute', { channel: 'stable', mode: 'debug', edition: '2021', code, ...more }),
  )

describe('a program of another course', () => {
  it('is run on the server', async () => {
    expect(await execute('fn main() { println!("hello"); eprintln!("and more"); }')).toEqual({
      ...{ success: true, exitDetail: 'Exited with status 0' },
      ...{ stdout: 'hello\n', stderr: 'and more\n' },
    })
  })

  it('that rustc refuses is told in the words of rustc', async () => {
    const { success, stdout, stderr } = await execute('fn main() { let a: u8 = "x"; }')
    expect({ success, stdout }).toEqual({ success: false, stdout: '' })
    expect(stderr).toContain('error[E0308]: mismatched types\n --> main.rs:1:25')
    expect(stderr).toContain('expected `u8`, found `&str`')
  })

  it('that panics ends with 101, after what it printed', async () => {
    const result = await execute('fn main() { println!("before"); let v: Vec<u8> = vec![]; let _ = v[0]; }')
    expect(result).toMatchObject({ success: false, exitDetail: 'Exited with status 101', stdout: 'before\n' })
    expect(result.stderr).toContain('index out of bounds: the len is 0 but the index is 0')
  })

  it('says with which code it ends', async () => {
    const exit = async (code: number) =>
      (await execute(`fn main() { std::process::exit(${code}) }`)).exitDetail
    expect(await exit(7)).toBe('Exited with status 7')
    // That of SIGKILL, which nobody has sent.
    expect(await exit(137)).toBe('Exited with status 128')
  })

  it('has its tests run', async () => {
    const { success, stdout } = await execute('#[test] fn adds() { assert_eq!(1 + 1, 2); }', { tests: true })
    expect(stdout).toContain('test adds ... ok')
    expect(success).toBe(true)
  })

  it('is optimised as a release', async () => {
    const code = 'fn main() { println!("{}", cfg!(debug_assertions)); }'
    expect((await execute(code)).stdout).toBe('true\n')
    expect((await execute(code, { mode: 'release' })).stdout).toBe('false\n')
  })

  it('is laid out and looked through', async () => {
    expect(await ask('/format', { edition: '2021', code: 'fn main(){}' })).toMatchObject({
      ...{ success: true, code: 'fn main() {}\n' },
    })
    const linted = await ask('/clippy', { edition: '2021', code: 'fn main() { let _ = 1 == 1; }' })
    expect(linted).toMatchObject({ success: false, stderr: expect.stringContaining('clippy::eq_op') })
  })
})

describe('mdBook', () => {
  it('is answered as by the Rust Playground', async () => {
    const asked = { version: 'stable', optimize: '0', edition: '2021' }
    const run = async (code: string) =>
      EvaluateResponse.parse(await ask('/evaluate.json', { ...asked, code }))
    expect(await run('fn main() { println!("hello"); }')).toEqual({ result: 'hello\n', error: null })
    const refused = await run('fn main() { nothing }')
    expect(refused.result).toContain('cannot find value `nothing`')
    expect(refused.error).toBe(refused.result)
  })

  it('learns which tools there are', async () => {
    const tools = {
      rustc: { version: '1.85.1' },
      rustfmt: { version: /^1\.8\./ },
      clippy: { version: '0.1.85' },
    }
    const versions = (await (await fetch(`${server.url}/meta/versions`)).json()) as Record<
      string,
      typeof tools
    >
    expect(versions.stable!.rustc.version).toBe(tools.rustc.version)
    expect(versions.stable!.rustfmt.version).toMatch(tools.rustfmt.version)
    expect(versions.stable!.clippy.version).toBe(tools.clippy.version)
  })
})

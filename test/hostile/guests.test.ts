import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ExecuteResponse } from '#protocol/rust-playground.ts'
import type { ProgramEnvironment } from '#service/programs/run-program.ts'
import type { RunningServer } from '#service/start-server.ts'
import { openRealPrograms } from '../service/guests/real-programs.ts'
import { openRealService } from '../service/real-service.ts'
import { toolroomTimeout } from '../service/real-toolroom.ts'
import { post } from '../service/test-service.ts'
import { readDescendants } from './children.ts'

let programs: ProgramEnvironment
let server: RunningServer

beforeAll(async () => {
  programs = openRealPrograms()
  server = await openRealService({ PLAYGROUND_API: '1', PLAYGROUND_JOBS: '2' }, {}, programs)
}, toolroomTimeout)
afterAll(() => server.close())

describe('a hostile program of a guest', () => {
  it.concurrent.each([
    ['endless-loop', 'never ends', { stdout: 'it begins\n', stderr: /longer than 10 seconds/ }],
    ['sleeps', 'does nothing for an hour', { stderr: /longer than 10 seconds/ }],
    ['takes-memory', 'takes all memory', { stderr: /memory allocation of \d+ bytes failed/ }],
    ['floods-output', 'prints without end', { stderr: /it wrote too much/ }],
    ['floods-errors', 'prints errors without end', { stderr: /it wrote too much/ }],
    ['recurses', 'uses up the stack', { stderr: /The program was ended: / }],
  ])('%s: %s, and is ended', { timeout: 120_000 }, async (name, _, { stdout, stderr }: Ended) => {
    const result = await execute(name)
    expect(result.success).toBe(false)
    expect(result.stderr).toMatch(stderr)
    if (stdout !== undefined) expect(result.stdout).toBe(stdout)
    expect(result.stdout.length).toBeLessThanOrEqual(256 * 1024)
  })

  it('looks-around: finds no file, network, process, thread or variable', async () => {
    const { stdout } = await execute('looks-around')
    expect(
      stdout
        .trim()
        .split('\n')
        .filter((line) => !line.endsWith(' false')),
    ).toEqual(['variables 0', 'arguments ["main"]'])
  })
})

it('who gets out of WebAssembly into Node is still in the sandbox', async () => {
  const { command, files } = await programs.runtime()
  const escaped = readFileSync(new URL('guests/escaped.mjs', import.meta.url), 'utf8')
  const ended = await programs.sandbox.run({
    command: [...command, '/work/escaped.mjs'],
    files: { ...files, 'escaped.mjs': escaped },
  })
  expect(ended).toMatchObject({ kind: 'exited', code: 0 })
  const told = ended.kind === 'exited' ? Buffer.from(ended.stdout).toString() : ''
  expect(told.trim().split('\n')).toEqual([
    '/etc/passwd ENOENT',
    '/etc/shadow ENOENT',
    '/proc/self/environ ENOENT',
    '/proc/1/cmdline ENOENT',
    '/root/.ssh/id_rsa ENOENT',
    'root bin dev lib lib64 tmp usr work',
    'work escaped.mjs lib node',
    'changes EROFS',
    'writes EROFS',
    'environment HOME LD_LIBRARY_PATH PATH PWD',
    'network EPERM',
    'names EAI_AGAIN',
  ])
})

it('after all of them a good program runs as ever, and nothing of them is left', async () => {
  expect(await (await fetch(`${server.url}/execute`, post({ code: 'fn main() {}' }))).json()).toMatchObject({
    success: true,
  })
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  expect(metrics).toContain('no_oops_jobs_running 0')
  expect(readDescendants()).not.toContain('bwrap')
})

interface Ended {
  stdout?: string
  stderr: RegExp
}

async function execute(name: string): Promise<ExecuteResponse> {
  const code = readFileSync(new URL(`guests/${name}.rs`, import.meta.url), 'utf8')
  const response = await fetch(`${server.url}/execute`, post({ edition: '2021', code }))
  return ExecuteResponse.parse(await response.json())
}

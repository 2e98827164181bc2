import { readFileSync } from 'node:fs'
import type { StopReason } from '#protocol/compile.ts'
import type { Limits } from '../bubblewrap/limits.ts'
import type { Sandbox } from '../sandbox.ts'
import type { NodeRuntime } from '../toolroom/open-node-runtime.ts'

/** Where programs run for those who cannot run them in their own browser. */
export interface ProgramEnvironment {
  /** Has `programLimits`. */
  sandbox: Sandbox
  /** Rejects where there is no Node that could run in the sandbox. */
  runtime: () => Promise<NodeRuntime>
}

/** How a program ended, and what it wrote until then; one that was stopped had no time to say more than its standard output. */
export type ProgramRun =
  | { kind: 'exited'; code: number; stdout: string; stderr: string }
  | { kind: 'stopped'; reason: StopReason; stdout: string }

const MiB = 1024 * 1024

/** What a program may use, with the Node that runs it. Node takes addresses by the gigabyte, which are no memory. */
export const programLimits: Partial<Limits> = {
  wallSeconds: 10,
  cpuSeconds: 10,
  addressSpaceBytes: 'unlimited',
  memoryBytes: 256 * MiB,
  fileBytes: MiB,
  tmpBytes: MiB,
  stdoutBytes: MiB / 4,
  stderrBytes: MiB / 4,
}

/** Runs a WebAssembly module in the sandbox. Rejects with `AbortError` if the signal fires. */
export async function runProgram(
  { sandbox, runtime }: ProgramEnvironment,
  module: Uint8Array,
  signal?: AbortSignal,
): Promise<ProgramRun> {
  const { command, files } = await runtime()
  const chunks: Uint8Array[] = []
  const ended = await sandbox.run(
    {
      command: [...command, ...flags, '/work/run.mjs', '/work/main.wasm'],
      files: { ...files, 'run.mjs': runner, 'main.wasm': module },
      onStdout: (chunk) => chunks.push(chunk),
    },
    signal,
  )
  const stdout = Buffer.concat(chunks).toString()
  return ended.kind === 'stopped' ? { ...ended, stdout } : { ...ended, stdout }
}

const runner = readFileSync(new URL('wasi-runner.mjs', import.meta.url), 'utf8')

/** One helper thread is enough for a program that has none, and a heap for the runner alone: the module has its own memory. */
const flags = ['--no-warnings', '--v8-pool-size=1', '--max-old-space-size=64', '--disable-wasm-trap-handler']

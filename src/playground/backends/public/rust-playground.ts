import '#protocol/zod-without-eval.ts'
import { z } from 'zod'
import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import { publicPlaygrounds } from '#protocol/public-playgrounds.ts'
import { ExecuteResponse } from '#protocol/rust-playground.ts'
import { parseRustcText } from '#compiler-output/rustc-text/parse-rustc-text.ts'
import type { Fetch } from '../send-request.ts'
import { askPublic } from './ask-public.ts'
import { readTests } from './read-tests.ts'
import { type PublicPlayground, type PublicRun, toOneFile } from './public-playground.ts'
import { isRefusal, toResult, tooManyFiles } from './to-result.ts'

const { host } = publicPlaygrounds['rust-playground']

/** Makes a client of play.rust-lang.org, which answers with rustc's text for people. */
export function createRustPlayground(fetch?: Fetch): PublicPlayground {
  const toolchain = createToolchain(fetch)
  return {
    async compile(request, signal) {
      const asked = toOneFile(request)
      if (!asked) return tooManyFiles(host)
      const { edition = '2021', action } = request
      const body = { code: asked.source, edition, crateType: 'bin' }
      const answer = await askPublic({ host, path: '/clippy', body, schema: Said, signal, fetch })
      if (answer.kind !== 'parsed') return answer
      const result = toRead(request, answer.value.stderr, await toolchain(signal))
      return { kind: 'result', result: action === 'lint' ? result : withoutClippy(result), elsewhere: host }
    },
    async run(request, signal): Promise<PublicRun> {
      const asked = toOneFile(request)
      if (!asked) return tooManyFiles(host)
      const { edition = '2021' } = request
      const how = { channel: 'stable', mode: 'debug', edition, crateType: 'bin', backtrace: false }
      const body = { ...how, tests: asked.tests, code: asked.source }
      const answer = await askPublic({ host, path: '/execute', body, schema: ExecuteResponse, signal, fetch })
      if (answer.kind !== 'parsed') return answer
      const { success, exitDetail, stdout, stderr } = answer.value
      const result = toRead(request, stderr, await toolchain(signal))
      if (!success && isRefusal(result)) return { kind: 'not built', result }
      const outputs = toOutputs(stdout, afterCargo(stderr))
      const code = success ? 0 : Number(/\d+/.exec(exitDetail)?.[0] ?? 1)
      const tests = asked.tests ? { tests: readTests(stdout) } : {}
      return { kind: 'ran', host, outputs, ending: { kind: 'exited', code }, ...tests }
    },
  }
}

const Said = z.object({ success: z.boolean(), stderr: z.string() })

function toRead(request: CompileRequest, stderr: string, toolchain: string): CompileResult {
  return toResult(parseRustcText(stderr, request.files), toolchain)
}

/** Clippy says more than a check does. */
function withoutClippy(result: CompileResult): CompileResult {
  if (result.outcome === 'stopped') return result
  const isClippy = ({ code = '', children }: (typeof result.diagnostics)[number]) =>
    code.startsWith('clippy::') || children.some(({ message }) => message.includes('rust-clippy'))
  return { ...result, diagnostics: result.diagnostics.filter((found) => !isClippy(found)) }
}

/** What the program itself wrote stands below the line with which Cargo starts it. */
function afterCargo(stderr: string): string {
  const found = /^ {3,6}Running .*\n/m.exec(stderr)
  return found ? stderr.slice(found.index + found[0].length) : stderr
}

function toOutputs(stdout: string, stderr: string) {
  const all = [{ stream: 'stdout', text: stdout } as const, { stream: 'stderr', text: stderr } as const]
  return all.filter(({ text }) => text !== '')
}

const Versions = z.object({ stable: z.object({ rustc: z.object({ version: z.string() }) }) })

/** Asks once which rustc they have; one that is not told is called stable. */
function createToolchain(fetch: Fetch | undefined): (signal: AbortSignal) => Promise<string> {
  let known: string | undefined
  return async (signal) => {
    if (known !== undefined) return known
    const answer = await askPublic({ host, path: '/meta/versions', schema: Versions, signal, fetch })
    if (answer.kind !== 'parsed') return 'rustc stable'
    known = `rustc ${answer.value.stable.rustc.version}`
    return known
  }
}

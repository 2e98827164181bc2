import '#protocol/zod-without-eval.ts'
import { z } from 'zod'
import type { CompileRequest } from '#protocol/compile.ts'
import { publicPlaygrounds } from '#protocol/public-playgrounds.ts'
import { parseRustcJson } from '#compiler-output/rustc-json/parse-rustc-json.ts'
import type { Fetch } from '../send-request.ts'
import type { Output } from '../runners/runner.ts'
import { askPublic } from './ask-public.ts'
import { readTests } from './read-tests.ts'
import { type PublicPlayground, type PublicSource, toOneFile } from './public-playground.ts'
import { isRefusal, toResult, tooManyFiles } from './to-result.ts'

const { host } = publicPlaygrounds['compiler-explorer']

/** The one that is nearest to the course's own. */
const compiler = { id: 'r1850', name: 'rustc 1.85.0' }

/** Makes a client of godbolt.org, which hands on rustc's JSON. */
export function createCompilerExplorer(fetch?: Fetch): PublicPlayground {
  const ask = (request: CompileRequest, asked: PublicSource, signal: AbortSignal) => {
    const path = `/api/compiler/${compiler.id}/compile`
    return askPublic({ host, path, body: toBody(request, asked), schema: Compiled, signal, fetch })
  }
  return {
    async compile(request, signal) {
      const asked = toOneFile(request)
      if (!asked) return tooManyFiles(host)
      const answer = await ask(request, asked, signal)
      if (answer.kind !== 'parsed') return answer
      return { kind: 'result', result: toRead(request, answer.value), elsewhere: host }
    },
    async run(request, signal) {
      const asked = toOneFile(request)
      if (!asked) return tooManyFiles(host)
      const answer = await ask(request, asked, signal)
      if (answer.kind !== 'parsed') return answer
      const result = toRead(request, answer.value)
      const ran = answer.value.execResult
      if (isRefusal(result) || !ran) return { kind: 'not built', result }
      const outputs = [toOutput('stdout', ran.stdout), toOutput('stderr', ran.stderr)].filter(
        ({ text }) => text !== '',
      )
      const tests = asked.tests ? { tests: readTests(toText(ran.stdout)) } : {}
      return { kind: 'ran', host, outputs, ending: { kind: 'exited', code: ran.code }, ...tests }
    },
  }
}

const Lines = z.array(z.object({ text: z.string() })).default([])

const Compiled = z.object({
  code: z.int(),
  stderr: Lines,
  execResult: z.object({ code: z.int(), stdout: Lines, stderr: Lines }).optional(),
})

function toBody({ action, edition = '2021' }: CompileRequest, { source, tests }: PublicSource): object {
  const isRun = action === 'build' || action === 'test'
  const asked = ['--error-format=json', `--edition=${edition}`, ...(tests ? ['--test'] : [])]
  return {
    source,
    lang: 'rust',
    options: {
      userArguments: asked.join(' '),
      compilerOptions: { skipAsm: true },
      filters: { execute: isRun, binary: isRun },
      executeParameters: { args: [], stdin: '' },
      tools: [],
      libraries: [],
    },
  }
}

function toRead({ files }: CompileRequest, { stderr }: z.infer<typeof Compiled>) {
  const lines = stderr.map(({ text }) => text.replaceAll(ownFile, '"file_name":"main.rs"'))
  return toResult(parseRustcJson(lines.join('\n'), files), compiler.name)
}

/** Their name for the file that they were sent. */
const ownFile = /"file_name":"(?:<source>|(?:[^"\\]*\/)?example\.rs)"/g

function toText(lines: z.infer<typeof Lines>): string {
  return lines.map(({ text }) => `${text}\n`).join('')
}

function toOutput(stream: Output['stream'], lines: z.infer<typeof Lines>): Output {
  return { stream, text: toText(lines) }
}

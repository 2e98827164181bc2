import type { FormatRequest, FormatResult } from '#protocol/format.ts'
import { isCrash } from '../crash.ts'
import { cutText } from '#compiler-output/cut-text.ts'
import type { Sandbox } from '../sandbox.ts'
import { toFormatJob, toFormatted } from './format-job.ts'

/** Formats files of Rust and C. Rejects with `AbortError` if the signal fires. */
export async function format(
  sandbox: Sandbox,
  request: FormatRequest,
  signal?: AbortSignal,
): Promise<FormatResult> {
  const ended = await sandbox.run(toFormatJob(request), signal)
  if (ended.kind === 'stopped') return { outcome: 'stopped', reason: ended.reason }
  if (isCrash(ended)) return { outcome: 'stopped', reason: 'crash' }
  const paths = toFormatted(request)
  const texts = readTexts(Buffer.from(ended.stdout), paths.length)
  if (ended.code === 0) return { outcome: 'formatted', files: toFiles(paths, texts) }
  return { outcome: 'rejected', file: paths[texts.length] ?? '', message: cutText(ended.stderr.trim(), most) }
}

/** Characters: what is wrong stands at the beginning. */
const most = 2000

function toFiles(paths: string[], texts: string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path, index) => [path, texts[index] ?? '']))
}

/** Each text comes after a line with how many bytes it has. */
function readTexts(output: Buffer, count: number): string[] {
  const texts: string[] = []
  let at = 0
  while (texts.length < count && at < output.length) {
    const from = output.indexOf('\n', at) + 1
    const to = from + Number(output.toString('latin1', at, from))
    texts.push(output.toString('utf8', from, to))
    at = to
  }
  return texts
}

import { BootEvent } from '#protocol/boot.ts'
import { CompileResult } from '#protocol/compile.ts'
import type { Question } from './questions.ts'

/**
 * What came of a question: an answer, as text in which nothing stands that differs from time to time; the wish that one
 * come again; nothing, because the connection was cut; or what should never come.
 */
export type Outcome =
  | { kind: 'answered'; answer: string }
  | { kind: 'come again'; seconds: number }
  | { kind: 'cut off' }
  | { kind: 'wrong'; why: string }

/** Asks the service, as a client with that address. */
export async function ask(
  url: string,
  { kind, request }: Question,
  { address, signal }: { address: string; signal: AbortSignal },
): Promise<Outcome> {
  const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': address }
  try {
    const options = { method: 'POST', headers, body: JSON.stringify(request), signal }
    const response = await fetch(`${url}/api/${kind}`, options)
    const text = await response.text()
    if (response.status !== 200) return toRefusal(response, text)
    return kind === 'boot' ? readBoot(text) : { kind: 'answered', answer: readResult(text) }
  } catch (error) {
    if (isCutOff(error)) return { kind: 'cut off' }
    if (signal.aborted) return { kind: 'wrong', why: 'there was no answer' }
    return { kind: 'wrong', why: String(error) }
  }
}

function toRefusal({ status, headers }: Response, text: string): Outcome {
  const seconds = Number(headers.get('Retry-After'))
  if ((status === 429 || status === 503) && seconds > 0) return { kind: 'come again', seconds }
  return { kind: 'wrong', why: `${status} ${text.slice(0, 300)}` }
}

function readResult(text: string): string {
  const result = CompileResult.parse(JSON.parse(text))
  if (result.outcome === 'stopped') return `stopped: ${result.reason}`
  const { outcome, diagnostics, toolchain } = result
  return JSON.stringify({ outcome, diagnostics, toolchain, hasArtifact: 'artifact' in result })
}

/** A stream that ends without a last event was cut off. */
function readBoot(text: string): Outcome {
  const events = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => BootEvent.parse(JSON.parse(data!)))
  const last = events.at(-1)
  if (last?.kind === 'failed') {
    const { retryAfter: seconds, problem } = last
    return seconds ? { kind: 'come again', seconds } : { kind: 'wrong', why: JSON.stringify(problem) }
  }
  if (last?.kind === 'stopped') return { kind: 'answered', answer: `stopped: ${last.reason}` }
  if (last?.kind !== 'finished') return { kind: 'cut off' }
  const reports = events.flatMap((event) => (event.kind === 'report' ? [event.report] : []))
  // Whether a driver that has gone wrong goes wrong once more is a matter of time.
  const first = reports[0] && { kind: reports[0].kind, spans: reports[0].spans }
  return { kind: 'answered', answer: JSON.stringify({ verdict: last.verdict, first }) }
}

/** What `fetch` and the reading of a body reject with when the other side has gone. */
function isCutOff(error: unknown): boolean {
  return error instanceof TypeError
}

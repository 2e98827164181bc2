import type { Fetch } from '#playground/backends/send-request.ts'
import { refused } from '../compile-contract.ts'

/** A stand-in for a public playground, and what it was sent. */
export interface StandIn {
  fetch: Fetch
  sent: { url: string; body: Record<string, unknown>; init: RequestInit }[]
}

const renderings = refused.recorded
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => (JSON.parse(line) as { rendered: string }).rendered)

/** Answers as play.rust-lang.org does: with Cargo's text around that of rustc. */
export function standInForRustPlayground(): StandIn {
  return createStandIn((path, { code, tests }) => {
    if (path === '/meta/versions')
      return { stable: { rustc: { version: '1.91.0', hash: 'f8297e351', date: '2025-10-28' } } }
    const isRefused = code === refused.source
    const cargo = '   Compiling playground v0.0.1 (/playground)\n'
    if (isRefused) {
      const drawn = renderings.join('\n').replaceAll('--> main.rs', '--> src/main.rs')
      const stderr = `${cargo}${drawn}\nerror: could not compile \`playground\` (bin "playground") due to 1 previous error\n`
      return { success: false, exitDetail: 'Exited with status 101', exit_detail: '', stdout: '', stderr }
    }
    const stderr = `${cargo}    Finished \`dev\` profile [unoptimized + debuginfo] target(s) in 0.51s\n     Running \`target/debug/playground\`\n`
    if (tests) return { success: false, exitDetail: 'Exited with status 101', stdout: ofTests, stderr }
    return {
      success: true,
      exitDetail: 'Exited with status 0',
      stdout: 'hello\n',
      stderr: `${stderr}said by the program\n`,
    }
  })
}

/** Answers as godbolt.org does: with rustc's own lines, about a file that has another name there. */
export function standInForCompilerExplorer(): StandIn {
  return createStandIn((_, { source, options }) => {
    const { filters, userArguments } = options as { filters: { execute: boolean }; userArguments: string }
    const isRefused = source === refused.source
    const lines = refused.recorded.trimEnd().split('\n')
    const toLine = (text: string) => ({ text })
    const named = lines.map((line) =>
      toLine(line.replaceAll('"file_name":"main.rs"', '"file_name":"<source>"')),
    )
    if (isRefused)
      return { code: 1, okToCache: true, stdout: [], stderr: named, asm: [{ text: '<Compilation failed>' }] }
    const compiled = { code: 0, okToCache: true, stdout: [], stderr: [], asm: [] }
    if (!filters.execute) return compiled
    const isTest = userArguments.includes('--test')
    const stdout = (isTest ? ofTests : 'hello\n').trimEnd().split('\n').map(toLine)
    const stderr = isTest ? [] : [{ text: 'said by the program' }]
    return { ...compiled, execResult: { code: isTest ? 101 : 0, didExecute: true, stdout, stderr } }
  })
}

/** What libtest prints. */
const ofTests = `
running 2 tests
test tests::adds ... ok
test tests::fails ... FAILED

failures:

---- tests::fails stdout ----

thread 'tests::fails' panicked at src/main.rs:9:5:
assertion failed: false

failures:
    tests::fails

test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
`

/** Answers every request so, whatever it asks. */
export function standInThat(response: () => Response | Promise<Response>): StandIn {
  const sent: StandIn['sent'] = []
  return {
    sent,
    fetch: (url, init = {}) => {
      sent.push({ url, body: {}, init })
      return Promise.resolve(response())
    },
  }
}

function createStandIn(answer: (path: string, body: Record<string, unknown>) => object): StandIn {
  const sent: StandIn['sent'] = []
  return {
    sent,
    fetch(url, init = {}) {
      init.signal?.throwIfAborted()
      const body = JSON.parse((init.body as string | undefined) ?? '{}') as Record<string, unknown>
      sent.push({ url, body, init })
      return Promise.resolve(Response.json(answer(new URL(url).pathname, body)))
    },
  }
}

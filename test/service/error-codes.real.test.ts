import { beforeAll, describe, expect, it } from 'vitest'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { toRustcJob } from '#service/rustc-job.ts'
import type { Sandbox } from '#service/sandbox.ts'
import { openRealSandbox, toolroomTimeout } from './real-toolroom.ts'
import { compileWith, createTestService, requestFor, type TestService } from './test-service.ts'

const codes = [
  ...[
    'E0004',
    'E0005',
    'E0023',
    'E0026',
    'E0027',
    'E0040',
    'E0046',
    'E0053',
    'E0061',
    'E0063',
    'E0072',
    'E0106',
  ],
  ...['E0107', 'E0117', 'E0133', 'E0200', 'E0204', 'E0277', 'E0282', 'E0308', 'E0369', 'E0381', 'E0382'],
  ...[
    'E0384',
    'E0404',
    'E0407',
    'E0423',
    'E0425',
    'E0432',
    'E0433',
    'E0499',
    'E0500',
    'E0502',
    'E0503',
    'E0505',
  ],
  ...[
    'E0506',
    'E0507',
    'E0509',
    'E0515',
    'E0596',
    'E0597',
    'E0599',
    'E0603',
    'E0614',
    'E0616',
    'E0621',
    'E0716',
  ],
]

let sandbox: Sandbox
let app: TestService

beforeAll(async () => {
  sandbox = await openRealSandbox()
  app = createTestService(sandbox)
}, toolroomTimeout)

describe("the first example of rustc's explanation of a code is told as in a terminal", () => {
  it.each(codes)('%s', async (code) => {
    const program = await readExample(code)
    const result = await compileWith(app, requestFor(program))
    if (result.outcome !== 'rejected') throw new Error(`${result.outcome}: ${program}`)
    const told = result.diagnostics.map(toPlace)
    expect(told).toEqual(await readTerminal(program))
    expect(told.join('\n')).toContain(`error[${code}]`)
  })
})

async function readExample(code: string): Promise<string> {
  const ended = await sandbox.run({ command: ['rustc', '--explain', code], files: {} })
  if (ended.kind === 'stopped') throw new Error(ended.reason)
  const markdown = new TextDecoder().decode(ended.stdout)
  return toProgram(/^```.*\n([^]*?)^```/m.exec(markdown)![1]!)
}

/** What rustdoc makes of an example. */
function toProgram(example: string): string {
  const code = example.replaceAll(/^# /gm, '')
  return code.includes('fn main(') ? code : `fn main() {\n${code}}\n`
}

function toPlace({ severity, code, spans }: Diagnostic): string {
  const start = spans.find(({ primary }) => primary)?.start
  return `${severity}${code?.startsWith('E') ? `[${code}]` : ''} ${start?.line}:${start?.column}`
}

async function readTerminal(program: string): Promise<string[]> {
  const { command, files } = toRustcJob(requestFor(program))
  const ended = await sandbox.run({
    command: command.map((word) => (word === 'json' ? 'human' : word)),
    files,
  })
  if (ended.kind === 'stopped') throw new Error(ended.reason)
  const places = ended.stderr.matchAll(
    /^(error|warning)(\[E\d+\])?: .*(?:\n(?! *-->).*)*?\n *--> main\.rs:(\d+:\d+)/gm,
  )
  return [...places].map(([, severity, code = '', place]) => `${severity}${code} ${place}`)
}

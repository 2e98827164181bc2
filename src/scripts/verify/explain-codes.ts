import { availableParallelism } from 'node:os'
import PQueue from 'p-queue'
import type { Sandbox } from '#service/sandbox.ts'
import { ScriptError } from '../script-error.ts'
import type { ProofCache } from './proof-cache.ts'

/** What a rustc says of its error codes. */
export interface RustcOwnTexts {
  /** Such as «rustc 1.85.1». */
  toolchain: string
  /** Its text of each of the codes that it has, in order. */
  explain(codes: string[]): Promise<Record<string, string>>
}

/** All codes that rustc may have. */
export const possibleCodes = Array.from(
  { length: 999 },
  (_, index) => `E${String(index + 1).padStart(4, '0')}`,
)

/** Makes the function that asks the rustc of a sandbox to explain codes; codes that it does not have are left out. */
export function createExplain(sandbox: Sandbox, cache: ProofCache): RustcOwnTexts['explain'] {
  const queue = new PQueue({ concurrency: availableParallelism() })
  return async (codes) => {
    const explained = await Promise.all(
      toBatches(codes).map((batch) =>
        cache(['explain', batch], { make: () => queue.add(() => explainBatch(sandbox, batch)) }),
      ),
    )
    return Object.fromEntries(explained.flatMap((texts) => Object.entries(texts)))
  }
}

const batchSize = 25

function toBatches(codes: string[]): string[][] {
  return Array.from({ length: Math.ceil(codes.length / batchSize) }, (_, index) =>
    codes.slice(index * batchSize, (index + 1) * batchSize),
  )
}

async function explainBatch(sandbox: Sandbox, codes: string[]): Promise<Record<string, string>> {
  const ended = await sandbox.run({
    command: ['busybox', 'sh', '-c', explainEach, 'sh', ...codes],
    files: {},
  })
  if (ended.kind === 'stopped')
    throw new ScriptError(
      `rustc --explain was stopped (${ended.reason}). Try again when the machine is less busy.`,
    )
  const texts = new TextDecoder().decode(ended.stdout).split(separator).slice(1)
  return Object.fromEntries(texts.map(readText))
}

const separator = '\f'

/** Of a code that rustc does not have nothing is printed. */
const explainEach = `for code; do text=$(rustc --explain $code 2>/dev/null) && printf '\\f%s\\n%s' $code "$text"; done; true`

function readText(text: string): [code: string, markdown: string] {
  const end = text.indexOf('\n')
  return [text.slice(0, end), text.slice(end).trim()]
}

import { z } from 'zod'
import type { Job, Sandbox } from '../sandbox.ts'
import type { Frame, LoggedPlace } from './logged-report.ts'

/**
 * Finds for each frame of a module the source that it came from: the innermost function first, then those that it was
 * inlined into. There are no places for a frame that the module does not have, nor for any if the tools fail.
 */
export async function symbolise(
  { module, frames }: { module: Uint8Array; frames: Frame[] },
  sandbox: Sandbox,
  signal?: AbortSignal,
): Promise<LoggedPlace[][]> {
  if (frames.length === 0) return []
  const ended = await sandbox.run(toSymboliserJob(module, frames), signal)
  if (ended.kind === 'stopped') return frames.map(() => [])
  const answers = Buffer.from(ended.stdout).toString().split('\n')
  return frames.map((_, index) => readAnswer(answers[index] ?? ''))
}

/** Frames as lines of `symbol offset`, in bytes; an address behind a call becomes one in it. */
function toSymboliserJob(module: Uint8Array, frames: Frame[]): Job {
  const addresses = frames.map(({ symbol, offset, isReturn }) => `${symbol} ${offset - (isReturn ? 1 : 0)}`)
  return {
    command: ['busybox', 'sh', '-c', script],
    files: { 'driver.ko': module, frames: `${addresses.join('\n')}\n` },
  }
}

/** Bytes; a driver's functions can have long names, and be in one another as deep as its author likes. */
const mostAnswered = 2_000_000

/**
 * A module has no addresses before it is loaded, and without them the symboliser forgets what was inlined: so it is
 * linked once more, as a program. A frame without an address is asked for as 0, which is in no function.
 */
const script = `
ld.lld --threads=1 -o /tmp/driver driver.ko --unresolved-symbols=ignore-all --noinhibit-exec -e 0 -Ttext=0x10000 2>/dev/null
llvm-nm /tmp/driver |
busybox awk 'NR == FNR { address[$3] = $1; next } { print ($1 in address ? address[$1] : "none"), $2 }' - frames |
while read -r address offset; do
  if [ $address = none ]; then echo 0; else echo $((0x$address + offset)); fi
done |
llvm-symbolizer --obj=/tmp/driver --output-style=JSON |
busybox head -c ${mostAnswered}
`

function readAnswer(line: string): LoggedPlace[] {
  const answer = Answer.safeParse(toJson(line))
  if (!answer.success) return []
  return answer.data.Symbol.map(({ FileName, Line }) => ({ file: FileName, line: Line }))
}

/** Undefined for a line that the symboliser did not get to write to its end. */
function toJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const Answer = z.object({ Symbol: z.array(z.object({ FileName: z.string(), Line: z.int() })) })

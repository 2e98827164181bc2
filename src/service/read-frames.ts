import { z } from 'zod'
import type { SourceFiles } from '#protocol/compile.ts'
import type { TraceFrame } from '#protocol/trace.ts'
import { toSourcePosition } from '#compiler-output/source-position.ts'
import { takeLines } from '#compiler-output/take-lines.ts'
import { toSourceLines, type SourceLines } from '#compiler-output/rustc-json/source-lines.ts'
import { toTreePath } from '#compiler-output/tree-path.ts'

/** Reads what llvm-symbolizer says of addresses, an object of JSON a line; places of no source are left out. */
export function readFrames(output: string, files: SourceFiles): TraceFrame[] {
  const sources = toSourceLines(files)
  return takeLines(output)
    .lines.slice(0, mostFrames)
    .flatMap(readAnswer)
    .filter(({ FileName, Line }) => FileName !== '' && Line > 0)
    .slice(0, mostFrames)
    .map((symbol) => toFrame(symbol, sources))
}

/** More than a reader looks at. */
const mostFrames = 300

function toFrame({ FileName, Line, Column }: Symbol, sources: SourceLines): TraceFrame {
  const file = FileName.replace(/^\/work\//, '')
  const lines = sources.get(file)
  const at = { line: Line, column: Math.max(1, Column) }
  if (!lines) return { file: toTreePath(FileName.slice(0, longestPath)), at, external: true }
  return { file, at: toSourcePosition(at, lines, 'bytes') }
}

const longestPath = 200

/** Nothing for a line that the symboliser did not get to write to its end. */
function readAnswer(line: string): Symbol[] {
  const answer = Answer.safeParse(toJson(line))
  return answer.success ? answer.data.Symbol : []
}

function toJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const Symbol = z.object({ FileName: z.string(), Line: z.int().min(0), Column: z.int().min(0) })
type Symbol = z.infer<typeof Symbol>

const Answer = z.object({ Symbol: z.array(Symbol) })

import type { CompileAnswer, CompileClient } from './compile-client.ts'

/** Compiles with the first; where that has no result, the second may stand in, and its answer tells why. Not for a program that is refused. */
export function withFallback(first: CompileClient, second: CompileClient): CompileClient {
  return {
    async compile(request, signal): Promise<CompileAnswer> {
      const answer = await first.compile(request, signal)
      if (answer.kind === 'result' || answer.kind === 'refused') return answer
      const other = await second.compile(request, signal)
      if (other.kind !== 'result' || !other.recorded) return answer
      return { ...other, recorded: { ...other.recorded, because: answer } }
    },
  }
}

import type { CompileAnswer, CompileClient } from './compile-client.ts'

/** Asks the first; where that gives no result, the second may stand in, and its answer tells why. */
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

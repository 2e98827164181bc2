import type { CompileRequest, Variant } from '#protocol/compile.ts'
import { proveC } from './prove-c.ts'
import { errorCodes, isRefusedWith, describeOutcome } from './error-codes.ts'
import { type Proof, toProof } from './proof.ts'
import type { Fence } from './read-lesson-text.ts'
import type { Written } from './written.ts'
import { toModule, toProgram } from './wrap-fence.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** Proves that code in a text does what its fence says: Rust, and C that calls itself a driver or a part of one. */
export async function proveFences(runner: LessonRunner, written: Written): Promise<Proof[]> {
  const fences = written.text.fences.filter(({ quote }) => quote === undefined)
  return Promise.all(
    fences.flatMap((fence) => {
      if (fence.language === 'rust') return proveRust(runner, written, fence)
      return fence.language === 'c' && fence.mark ? proveC(runner, written, fence) : []
    }),
  )
}

async function proveRust(runner: LessonRunner, { path, variant }: Written, fence: Fence): Promise<Proof> {
  const { fails, line } = fence
  const result = await runner.compile(toRequest(variant, fence))
  const holds = fails ? isRefusedWith(result, fails) : result.outcome === 'accepted'
  const promise = fails ? `is refused with ${fails}` : 'compiles'
  const codes = errorCodes(result).filter((seen) => seen.startsWith('E'))
  const next = codes.length === 1 ? `write «rust fails=${codes[0]}», ` : ''
  const mistake = `${path}:${line}: the code block ${describeOutcome(result)}, but its fence says that it ${promise}. Fix the code, ${next}or call it «text» if it is no program.`
  return toProof(`code block at line ${line} ${promise}`, !holds && mistake)
}

function toRequest(variant: Variant, { mark, code }: Fence): CompileRequest {
  if (mark === 'kernel' || code.startsWith('use kernel::')) {
    const files = { 'driver.rs': toModule(code) }
    return { target: 'kernel', language: 'rust', action: 'check', variant, files }
  }
  return { target: 'userspace', language: 'rust', action: 'check', files: { 'main.rs': toProgram(code) } }
}

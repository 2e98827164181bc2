import type { CompileRequest, Variant } from '#protocol/compile.ts'
import { errorCodes, isRefusedWith, describeOutcome } from './error-codes.ts'
import { type Proof, toProof } from './proof.ts'
import type { Fence, LessonText } from './read-lesson-text.ts'
import { toModule, toProgram } from './wrap-fence.ts'
import type { LessonRunner } from './lesson-runner.ts'

/** The text that fences stand in. */
export interface Written {
  /** Where its author finds it, below `lessons/`. */
  path: string
  /** The kernel that its drivers and modules are for. */
  variant: Variant
  text: LessonText
}

/** Proves that code in a text does what its fence says: Rust, and C that calls itself a driver. */
export async function proveFences(runner: LessonRunner, written: Written): Promise<Proof[]> {
  const fences = written.text.fences.filter(({ language, mark, quote }) =>
    language === 'c' ? mark === 'driver' : language === 'rust' && quote === undefined,
  )
  return Promise.all(fences.map((fence) => proveFence(runner, written, fence)))
}

async function proveFence(runner: LessonRunner, { path, variant }: Written, fence: Fence): Promise<Proof> {
  const { fails, line } = fence
  const result = await runner.compile(toRequest(variant, fence))
  const holds = fails ? isRefusedWith(result, fails) : result.outcome === 'accepted'
  const promise = fails ? `is refused with ${fails}` : 'compiles'
  const codes = errorCodes(result).filter((seen) => seen.startsWith('E'))
  const next = codes.length === 1 ? `write «rust fails=${codes[0]}», ` : ''
  const mistake = `${path}:${line}: the code block ${describeOutcome(result)}, but its fence says that it ${promise}. Fix the code, ${next}or call it «text» if it is no program.`
  return toProof(`code block at line ${line} ${promise}`, !holds && mistake)
}

function toRequest(variant: Variant, { language, mark, code }: Fence): CompileRequest {
  const kernel = { target: 'kernel', action: 'check', variant } as const
  if (language === 'c') return { ...kernel, language: 'c', files: { 'driver.c': code } }
  if (mark === 'kernel' || code.startsWith('use kernel::')) {
    return { ...kernel, language: 'rust', files: { 'driver.rs': toModule(code) } }
  }
  return { target: 'userspace', language: 'rust', action: 'check', files: { 'main.rs': toProgram(code) } }
}

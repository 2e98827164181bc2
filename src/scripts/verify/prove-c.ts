import type { BootEvent } from '#protocol/boot.ts'
import { reportsOf } from '#protocol/boot-events.ts'
import { toWords } from '#markdown/fence-meta.ts'
import { Variant } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { describeDiagnostics } from './describe-diagnostics.ts'
import { codesOf, isOnly } from './error-codes.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'
import { type Proof, toProof } from './proof.ts'
import type { Fence } from './read-lesson-text.ts'
import { toDriver } from './wrap-fence.ts'
import type { Written } from './written.ts'

/** Proves that C compiles without a word, is warned of or refused as its fence says, and gives the crash that it promises. */
export async function proveC(runner: LessonRunner, written: Written, fence: Fence): Promise<Proof> {
  const promise = describePromise(fence)
  const seen = await compileOrBoot(runner, written, fence)
  const mistake = `${written.path}:${fence.line}: the C ${seen.words}, but its fence says that it ${promise}. Fix the code, or say what it does: «warns=-W…», «fails=…», «crash=…».`
  return toProof(`C at line ${fence.line} ${promise}`, !seen.holds && mistake)
}

function describePromise({ fails, warns, crash }: Fence): string {
  if (fails) return `is refused with ${fails}`
  const compiles = warns ? `compiles with a warning, ${warns}` : 'compiles without a warning'
  return crash ? `${compiles}, and gives ${crash}` : compiles
}

/** What was seen, in words that follow «the C», and whether it is what the fence promises. */
interface Seen {
  holds: boolean
  words: string
}

async function compileOrBoot(runner: LessonRunner, written: Written, fence: Fence): Promise<Seen> {
  const code = fence.mark === 'driver' ? fence.code : toDriver(fence.code, fence.warns)
  const driver = { language: 'c', variant: toVariant(written, fence), files: { 'driver.c': code } } as const
  if (fence.crash)
    return judgeBoot(fence, await runner.boot({ ...driver, script: 'insmod driver.ko\nrmmod driver' }))
  const result = await runner.compile({ target: 'kernel', action: 'check', ...driver })
  if (result.outcome === 'stopped') return { holds: false, words: `stops clang (${result.reason})` }
  return judgeDiagnostics(fence, result.diagnostics)
}

function toVariant({ variant }: Written, fence: Fence): Variant {
  return fence.variant === undefined ? variant : Variant.parse(fence.variant)
}

function judgeDiagnostics({ fails, warns }: Fence, diagnostics: Diagnostic[]): Seen {
  const errors = codesOf(diagnostics.filter(({ severity }) => severity === 'error'))
  const codes = errors.length > 0 ? errors : codesOf(diagnostics)
  const promised = fails ?? warns
  const isKind = errors.length > 0 === (fails !== undefined)
  return {
    holds: isKind && (promised === undefined ? codes.length === 0 : isOnly(codes, promised)),
    words:
      codes.length === 0
        ? 'compiles without a warning'
        : `${errors.length > 0 ? 'is refused' : 'compiles'} with ${codes.join(', ')}\n${describeDiagnostics(diagnostics)}\n`,
  }
}

function judgeBoot(fence: Fence, events: BootEvent[]): Seen {
  const compiled = judgeDiagnostics(fence, events.flatMap(diagnosticsOf))
  if (!compiled.holds) return compiled
  const [first] = reportsOf(events)
  return {
    holds: first !== undefined && isPromised(first, fence.crash!),
    words: first
      ? `makes the kernel report «${first.title}»`
      : `boots without a report (${events.at(-1)?.kind})`,
  }
}

function diagnosticsOf(event: BootEvent): Diagnostic[] {
  return event.kind === 'built' || event.kind === 'rejected' ? event.diagnostics : []
}

/** A report that has no line of the driver would not be its own. */
function isPromised({ title, spans }: KernelReport, crash: string): boolean {
  return (
    title.toLowerCase().includes(toWords(crash).toLowerCase()) &&
    spans.some(({ file }) => file === 'driver.c')
  )
}

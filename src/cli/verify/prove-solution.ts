import type { CompileResult } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { Lesson } from '#course/lesson.ts'
import type { RecordedResult } from '#course/parts.ts'
import { lintsOfRule } from '#course/rules.ts'
import { compileFarEnough } from './compile-far-enough.ts'
import { sayOutcome } from './error-codes.ts'
import { type Proof, toProof } from './proof.ts'
import { runLessonTests, type Tested } from './run-lesson-tests.ts'
import type { Workshop } from './workshop.ts'

export interface ProvenSolution {
  proofs: Proof[]
  result: RecordedResult
  /** Names of the tests that it passes. */
  tests: string[]
}

/** The solution is accepted, warning-free, formatted and clean under clippy, obeys the rules and passes the tests. */
export async function proveSolution(workshop: Workshop, lesson: Lesson): Promise<ProvenSolution> {
  const { folder, exercise } = lesson
  const path = `${folder}/solution/${exercise.root}`
  const files = exercise.solution
  const [{ result, recorded }, diff, lint, tested] = await Promise.all([
    compileFarEnough(workshop, path, { files, code: lesson.meta.expect }),
    workshop.format(files[exercise.root]!),
    workshop.compile('lint', files),
    runLessonTests(workshop, files, exercise.tests),
  ])
  return {
    proofs: [
      toProof('solution is accepted', result.outcome !== 'accepted' && sayRefused(path, result)),
      toProof('solution gives no warning', sayDiagnostics(path, recorded.diagnostics)),
      toProof(
        'solution is formatted',
        diff && `${path} is not as rustfmt has it. Change it as follows:\n${diff}`,
      ),
      toProof('solution is clean under clippy', sayDiagnostics(path, findLints(lint, lesson))),
      toProof('solution passes the tests', sayTested(path, tested)),
    ],
    result: recorded,
    tests: tested.kind === 'ran' ? tested.passed : [],
  }
}

function sayRefused(path: string, result: CompileResult): string {
  return `${path} ${sayOutcome(result)}. Mend it: it is what readers compare with.`
}

function sayDiagnostics(path: string, diagnostics: Diagnostic[]): string | undefined {
  if (diagnostics.length === 0) return undefined
  const lines = diagnostics.map(({ code, message, spans }) => {
    const line = spans.find(({ primary }) => primary)?.start.line
    return `  line ${line ?? '?'}: ${message} (${code ?? 'no code'})`
  })
  return `${path} is not clean. Mend these:\n${lines.join('\n')}`
}

/** The lints behind rules are off by default: those of rules that the lesson does not have do not count. */
function findLints(lint: CompileResult, { meta }: Lesson): Diagnostic[] {
  if (lint.outcome === 'stopped') return []
  const ofRules = new Set(Object.values(lintsOfRule).flat())
  const asked = new Set(meta.rules.flatMap((rule) => lintsOfRule[rule]))
  return lint.diagnostics.filter(({ code }) => !code || !ofRules.has(code) || asked.has(code))
}

function sayTested(path: string, tested: Tested): string | undefined {
  if (tested.kind === 'did not run') return `${path} ${tested.because}. Mend one of the two.`
  if (tested.failed.length === 0) return undefined
  const lines = tested.failed.map(({ name, output }) => `  ${name}: ${output}`)
  return `${path} fails tests of check/tests.rs. Mend one of the two:\n${lines.join('\n')}`
}

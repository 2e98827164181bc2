import { citedPlaces } from '#course/cited-places.ts'
import { kinds } from '#course/kinds/kinds.ts'
import { hasExercise, type Lesson } from '#course/lesson.ts'
import type { CommonRecord } from '#course/parts.ts'
import type { Glossary } from '#course/words/read-words.ts'
import { defaultVariant } from '#protocol/variants.ts'
import type { LessonChecks } from './checks/lesson-checks.ts'
import { proveChecks } from './checks/prove-checks.ts'
import type { Prover } from './kinds/prover.ts'
import { provers } from './kinds/provers.ts'
import type { KernelTree } from './kernel-tree.ts'
import { proveCounts } from './prove-counts.ts'
import { proveFences } from './prove-fences.ts'
import type { Pages } from './prove-links.ts'
import { proveNotes } from './prove-hints.ts'
import { proveSources } from './prove-sources.ts'
import { proveText } from './prove-text.ts'
import type { Proof } from './proof.ts'
import { proveWords } from './prove-words.ts'
import { readLessonText } from './read-lesson-text.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** What lessons are proven with. */
export interface VerifyContext {
  runner: LessonRunner
  tree: KernelTree
  pages: Pages
  glossary: Glossary
  checks: LessonChecks
}

/** What holds of a lesson, and what is to be recorded of it. */
export interface VerifiedLesson {
  proofs: Proof[]
  /** What `recorded.json` should say. */
  recorded: CommonRecord
}

/** Proves everything that can be proven of a lesson; `mdx` is the whole text of its `lesson.mdx`. */
export async function verifyLesson(
  { runner, tree, pages, glossary, checks }: VerifyContext,
  lesson: Lesson,
  mdx: string,
): Promise<VerifiedLesson> {
  const [path, text] = [`${lesson.folder}/lesson.mdx`, readLessonText(mdx)]
  const variant = 'variant' in lesson.meta ? lesson.meta.variant : defaultVariant
  const prove: Prover<never> = provers[lesson.kind]
  const [parts, fences, sources, counts, checked] = await Promise.all([
    prove(runner, lesson as never, text),
    proveFences(runner, { path, variant, text }),
    proveSources(tree, { path, sources: citedPlaces(lesson), text }),
    proveCounts(tree, lesson, text),
    hasExercise(lesson) ? proveChecks(checks, lesson) : [],
  ])
  return {
    proofs: [
      ...parts.proofs,
      ...proveText(lesson, kinds[lesson.kind], { text, pages }),
      ...proveWords(lesson, text, glossary),
      ...fences,
      ...sources.proofs,
      ...counts.proofs,
      ...checked,
      proveNotes(lesson),
    ],
    recorded: { ...parts.record, kernel: tree.version, sources: sources.record, ...counts.record },
  }
}

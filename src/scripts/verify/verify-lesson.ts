import type { Lesson } from '#course/lesson.ts'
import type { Recorded } from '#course/parts.ts'
import type { KernelTree } from './kernel-tree.ts'
import { proveConsoles } from './prove-consoles.ts'
import { proveDriver } from './prove-driver.ts'
import { proveFences } from './prove-fences.ts'
import type { Pages } from './prove-links.ts'
import { proveHints, proveNotes } from './prove-hints.ts'
import { provePrograms } from './prove-programs.ts'
import { proveSources } from './prove-sources.ts'
import { proveText } from './prove-text.ts'
import type { Proof } from './proof.ts'
import { readLessonText } from './read-lesson-text.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** What lessons are proven with. */
export interface VerifyContext {
  runner: LessonRunner
  tree: KernelTree
  pages: Pages
}

/** What holds of a lesson, and what is to be recorded of it. */
export interface VerifiedLesson {
  proofs: Proof[]
  /** What `recorded.json` should say. */
  recorded: Recorded
}

/** Proves everything that can be proven of a lesson; `mdx` is the whole text of its `lesson.mdx`. */
export async function verifyLesson(
  { runner, tree, pages }: VerifyContext,
  lesson: Lesson,
  mdx: string,
): Promise<VerifiedLesson> {
  const [path, text] = [`${lesson.folder}/lesson.mdx`, readLessonText(mdx)]
  const { sources: cited, variant } = lesson.meta
  const [driver, programs, fences, sources] = await Promise.all([
    proveDriver(runner, lesson),
    provePrograms(runner, lesson),
    proveFences(runner, { path, variant, text }),
    proveSources(tree, { path, sources: cited, text }),
  ])
  const boots = { ...(driver.boot && { c: driver.boot }), ...programs.record.boots }
  const recorded = { ...programs.record, boots, kernel: tree.version, sources: sources.record }
  return {
    proofs: [
      ...driver.proofs,
      ...programs.proofs,
      ...proveText(lesson, text, pages),
      ...fences,
      ...sources.proofs,
      ...proveConsoles(lesson, text, boots),
      ...proveHints(lesson, programs.seen),
      proveNotes(lesson),
    ],
    recorded,
  }
}

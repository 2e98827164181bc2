import type { Lesson } from '#course/lesson.ts'
import { ownTasks } from '#course/own-tasks.ts'
import type { CommonRecord } from '#course/parts.ts'
import type { KernelTree } from './kernel-tree.ts'
import { type Proof, toProof } from './proof.ts'
import type { LessonText } from './read-lesson-text.ts'

/** What holds of the counts of a lesson, and what each command printed, for `recorded.json`. */
export interface ProvenCounts {
  proofs: Proof[]
  record: Pick<CommonRecord, 'counts'>
}

/** Counts in the tree, and proves that each count that is shown has its command. */
export async function proveCounts(tree: KernelTree, lesson: Lesson, text: LessonText): Promise<ProvenCounts> {
  const { folder, counts } = lesson
  const counted = await Promise.all(
    Object.entries(counts).map(async ([name, command]) => [name, await tree.count(command)] as const),
  )
  const shown = [...text.counts, ...ownTasks(lesson).flatMap((task) => task.counts)]
  return {
    proofs: [
      ...counted.map(([name, output]) =>
        toProof(`${name} can be counted`, output === undefined && describeFailed(folder, name)),
      ),
      ...[...new Set(shown)].map((name) =>
        toProof(`the count ${name} has a command`, !(name in counts) && describeMissing(folder, name)),
      ),
    ],
    record:
      counted.length > 0
        ? {
            counts: Object.fromEntries(counted.flatMap(([name, output]) => (output ? [[name, output]] : []))),
          }
        : {},
  }
}

function describeFailed(folder: string, name: string): string {
  return `${folder}/counts.yaml: the command of «${name}» fails or prints nothing. Try it with «sh -c» in the root of the kernel's tree.`
}

function describeMissing(folder: string, name: string): string {
  return `${folder} shows the count «${name}», which its counts.yaml does not have. Add it there.`
}

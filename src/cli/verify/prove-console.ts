import { createHash } from 'node:crypto'
import type { Lesson } from '#course/lesson.ts'
import { type Proof, toProof } from './proof.ts'

/** What the page shows as the kernel's words was printed for this driver, and is the kind of report that the lesson promises. */
export function proveConsole({ folder, meta, c, console }: Lesson): Proof[] {
  if (!console)
    return [
      toProof(
        'console recorded',
        meta.crash &&
          `${folder}/c/console.txt is missing, but lesson.mdx promises a crash. Boot the driver and record what the kernel prints.`,
      ),
    ]
  const digest = createHash('sha256').update(c.text).digest('hex').slice(0, 16)
  const isOther = console.driver !== digest
  const lacks = meta.crash === 'kasan' && !console.report?.includes('KASAN')
  return [
    toProof(
      'console is of this driver',
      isOther &&
        `${folder}/c/console.txt was recorded from another driver.c (${console.driver}, now ${digest}). Boot the driver again and record what the kernel prints.`,
    ),
    toProof(
      'console shows the crash',
      lacks &&
        `${folder}/c/console.txt has no KASAN report, but lesson.mdx promises «crash: kasan». Record it from a KASAN kernel, or drop the key.`,
    ),
  ]
}

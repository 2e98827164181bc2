import type { Lesson } from '#course/lesson.ts'
import type { Recorded, RecordedBoot } from '#course/parts.ts'
import { consoleOf } from '#protocol/boot-events.ts'
import { type Proof, toProof } from './proof.ts'
import type { Fence, LessonText } from './read-lesson-text.ts'
import { withoutChance } from './stable-boot.ts'

/** Proves that the lines of each `console recorded` came so, in this order, in one of the lesson's boots; «…» stands for others. */
export function proveConsoles({ folder }: Lesson, text: LessonText, boots: Recorded['boots']): Proof[] {
  const consoles = Object.values(boots).map(toLines)
  return text.fences
    .filter(({ language, mark }) => language === 'console' && mark === 'recorded')
    .map((fence) => toProof(`console at line ${fence.line} came so`, findMistake(folder, fence, consoles)))
}

function toLines({ events }: RecordedBoot): string[] {
  return consoleOf(events).split(/\r?\n/).map(toComparable)
}

/** Time stamps differ each time, and so do addresses. */
function toComparable(line: string): string {
  return withoutChance(line.replace(/^\[ *\d+\.\d+\] ?/, '').trim())
}

function findMistake(folder: string, { code, line }: Fence, consoles: string[][]): string | undefined {
  const quoted = code
    .split('\n')
    .map(toComparable)
    .filter((text) => text !== '' && text !== '…')
  const missing = consoles.map((lines) => findFirstMissing(quoted, lines))
  if (missing.includes(undefined)) return undefined
  return `${folder}/lesson.mdx:${line}: no boot of this lesson shows «${missing[0] ?? quoted[0]}» where the block has it. Copy the lines from recorded.json, or drop «recorded».`
}

function findFirstMissing(quoted: string[], lines: string[]): string | undefined {
  let from = 0
  return quoted.find((text) => {
    const at = lines.findIndex((line, index) => index >= from && line.includes(text))
    from = at + 1
    return at < 0
  })
}

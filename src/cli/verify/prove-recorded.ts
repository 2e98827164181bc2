import type { Lesson } from '#course/lesson.ts'
import type { Recorded } from '#course/parts.ts'
import { type Proof, toProof } from './proof.ts'

/** `recorded.json` is what this run has seen. */
export function proveRecorded({ folder, recorded }: Lesson, seen: Recorded): Proof {
  const claim = 'recorded.json is what was seen'
  const next = `Look whether that is meant; then npm run verify -- --record ${folder}`
  if (!recorded) return toProof(claim, `${folder}/recorded.json is missing. ${next}`)
  const differences = findDifferences(recorded, seen)
  const shown = differences.slice(0, 12).map((difference) => `  ${difference}`)
  if (differences.length > shown.length) shown.push(`  … and ${differences.length - shown.length} more`)
  const mistake = `${folder}/recorded.json is not what was seen:\n${shown.join('\n')}\n  ${next}`
  return toProof(claim, differences.length > 0 && mistake)
}

/** Each difference on a line: where, what was recorded, what was seen. */
export function findDifferences(recorded: unknown, seen: unknown, where = ''): string[] {
  if (!isBranch(recorded) || !isBranch(seen)) {
    return recorded === seen ? [] : [`${where}: recorded ${toText(recorded)}, seen ${toText(seen)}`]
  }
  const keys = new Set([...Object.keys(recorded), ...Object.keys(seen)])
  return [...keys].flatMap((key) =>
    findDifferences(recorded[key], seen[key], where ? `${where} › ${key}` : key),
  )
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function toText(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}

import type { Lesson } from '#course/lesson.ts'
import type { CommonRecord, RecordedBoot } from '#course/parts.ts'
import { type Proof, toProof } from './proof.ts'
import { toStableBoot } from './stable-boot.ts'

/** Proves that `recorded.json` is what this run has seen; of boots only what is the same each time. */
export function proveRecorded({ folder, recorded }: Lesson, seen: CommonRecord): Proof {
  const claim = 'recorded.json is what was seen'
  const next = `Look whether that is meant; then npm run verify -- --record ${folder}`
  if (!recorded) return toProof(claim, `${folder}/recorded.json is missing. ${next}`)
  const differences = findDifferences(toStable(recorded), toStable(seen))
  const shown = differences.slice(0, 12).map((difference) => `  ${difference}`)
  if (differences.length > shown.length) shown.push(`  … and ${differences.length - shown.length} more`)
  const mistake = `${folder}/recorded.json is not what was seen:\n${shown.join('\n')}\n  ${next}`
  return toProof(claim, differences.length > 0 && mistake)
}

/** Gives what to record: boots stay as they are if only chance made them differ, so that a record changes when something has. */
export function retainOldBoots<Seen extends CommonRecord>(seen: Seen, old: CommonRecord | undefined): Seen {
  if (!hasBoots(seen)) return seen
  const boots = Object.entries(seen.boots).map(([name, boot]) => {
    const before = old && hasBoots(old) ? old.boots[name] : undefined
    return [name, before && isSame(before, boot) ? before : boot]
  })
  return { ...seen, boots: Object.fromEntries(boots) }
}

interface WithBoots extends CommonRecord {
  boots: Record<string, RecordedBoot>
}

function hasBoots(record: CommonRecord): record is WithBoots {
  return 'boots' in record
}

function isSame(a: RecordedBoot, b: RecordedBoot): boolean {
  return findDifferences(toStableBoot(a), toStableBoot(b)).length === 0
}

function toStable(record: CommonRecord): object {
  if (!hasBoots(record)) return record
  const stable = Object.entries(record.boots).map(([name, boot]) => [name, toStableBoot(boot)])
  return { ...record, boots: Object.fromEntries(stable) }
}

/** Lists differences, one a line: where, what was recorded, what was seen. */
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

import { type AllAnswers, mergeAnswers, readAllAnswers } from '../answers.ts'
import type { LogEntry } from '../log/log-entry.ts'
import type { Log, ReplacedCode } from '../log/open-log.ts'
import { mergeProgress, type Progress, readProgress } from '../progress.ts'
import { readAllSavedCode, type SavedCode } from '../saved-code.ts'
import { isOfSettings, mergeSettings } from './project-settings.ts'

/** A reader's work, for taking out of or into a browser. */
export interface Work {
  progress: Progress
  answers: AllAnswers
  /** By the name under which a file is saved. */
  code: Record<string, SavedCode>
  log: LogEntry[]
  /** Versions of files that others took the place of. */
  replaced: ReplacedCode[]
}

/** What this browser has of the reader's work. */
export async function readWork(log: Log): Promise<Work> {
  return {
    ...{ progress: readProgress(), answers: readAllAnswers(), code: readAllSavedCode() },
    log: await log.readEntries(),
    replaced: await log.readReplaced(),
  }
}

/** Puts both works together; where their code differs, the newer version is taken, and the other one is with those that were replaced. */
export function mergeWork(own: Work, other: Work): Work {
  return {
    progress: mergeProgress(own.progress, other.progress),
    answers: mergeAnswers(own.answers, other.answers),
    code: { ...own.code, ...other.code, ...newerOf(own, other), ...mergeSettings(own.code, other.code) },
    log: unionById(own.log, other.log),
    replaced: unionById(own.replaced, other.replaced, olderOf(own, other)),
  }
}

/** The files that both have, and not the same. */
export function differingFiles(own: Work, other: Work): string[] {
  return Object.keys(other.code).filter(
    (file) =>
      !isOfSettings(file) && Object.hasOwn(own.code, file) && own.code[file]!.text !== other.code[file]!.text,
  )
}

function newerOf(own: Work, other: Work): Record<string, SavedCode> {
  const shared = Object.keys(other.code).filter((file) => Object.hasOwn(own.code, file))
  return Object.fromEntries(shared.map((file) => [file, toOrder(own, other, file).newer]))
}

function olderOf(own: Work, other: Work): ReplacedCode[] {
  return differingFiles(own, other).map((file) => toReplaced(file, toOrder(own, other, file).older))
}

/** Of versions of the same time that of this browser counts as the newer. */
function toOrder(own: Work, other: Work, file: string): { newer: SavedCode; older: SavedCode } {
  const [mine, theirs] = [own.code[file]!, other.code[file]!]
  return theirs.savedAt > mine.savedAt ? { newer: theirs, older: mine } : { newer: mine, older: theirs }
}

/** A version of a file, as it is kept when another one takes its place. */
export function toReplaced(file: string, { text, savedAt }: SavedCode): ReplacedCode {
  return { id: `${file}@${savedAt}`, file, text, savedAt }
}

function unionById<Item extends { id: string }>(...lists: Item[][]): Item[] {
  return [...new Map(lists.flat().map((item) => [item.id, item])).values()]
}

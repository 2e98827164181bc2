import { showToast } from '../notices/toasts.ts'
import type { Work } from '../storage/course-file.ts'
import { answersName, readAllAnswers } from '../storage/answers.ts'
import { readProgress } from '../storage/progress.ts'
import { saveAll } from '../storage/save-all.ts'
import { readAllSavedCode, savedCodeName } from '../storage/saved-code.ts'
import { progressChanged, type SaveResult, workReplaced } from '../storage/storage.ts'

/** What this browser keeps of the reader's work. */
export function readWork(): Work {
  return { progress: readProgress(), answers: readAllAnswers(), code: readAllSavedCode() }
}

/** Brings a file in; asks where code would be replaced, and offers to undo. */
export async function offerToImport(text: string) {
  const { conflictsOf, mergeWork, parseCourseFile } = await import('../storage/course-file.ts')
  const parsed = parseCourseFile(text)
  if (parsed.kind === 'wrong') return showToast(parsed.why, [], true)
  const own = readWork()
  const conflicts = conflictsOf(own, parsed.work)
  const bring = (theirs: boolean) => bringIn(own, mergeWork(own, parsed.work, theirs))
  if (conflicts.length === 0) return bring(true)
  showToast(
    `You have code of your own for ${conflicts.join(', ')}.`,
    [
      { label: 'Keep mine', callback: () => bring(false) },
      { label: 'Use the file’s', callback: () => bring(true) },
    ],
    true,
  )
}

function bringIn(before: Work, after: Work) {
  if (replaceWork(after) !== 'saved')
    return showToast(
      'Not imported: this browser has no room for it, or does not store anything. Nothing was changed.',
      [],
      true,
    )
  showToast('Imported.', [{ label: 'Undo', callback: () => undo(before) }])
}

function undo(before: Work) {
  const undone = replaceWork(before) === 'saved'
  showToast(undone ? 'The import was undone.' : 'The import could not be undone: this browser has no room.')
}

/** All or nothing; what this browser has and the work has not goes. */
function replaceWork({ progress, answers, code }: Work): SaveResult {
  const own = Object.keys(readAllSavedCode()).map((slug) => [savedCodeName(slug), undefined])
  const theirs = Object.entries(code).map(([slug, saved]) => [savedCodeName(slug), saved])
  const ownAnswers = Object.keys(readAllAnswers()).map((slug) => [answersName(slug), undefined])
  const theirAnswers = Object.entries(answers).map(([slug, given]) => [answersName(slug), given])
  const result = saveAll({
    ...Object.fromEntries([...own, ...theirs, ...ownAnswers, ...theirAnswers]),
    progress: orNothing(progress),
  })
  if (result === 'saved')
    for (const changed of [workReplaced, progressChanged]) window.dispatchEvent(new Event(changed))
  return result
}

function orNothing<Value extends object>(value: Value): Value | undefined {
  return Object.keys(value).length === 0 ? undefined : value
}

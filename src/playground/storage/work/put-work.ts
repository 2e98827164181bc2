import { answersName, readAllAnswers } from '../answers.ts'
import type { Log } from '../log/open-log.ts'
import { readAllSavedCode, savedCodeName } from '../saved-code.ts'
import { progressChanged, type SaveResult, workReplaced } from '../storage.ts'
import { saveAll } from './save-all.ts'
import type { Work } from './work.ts'

/** Has this browser keep a work in the place of its own: all of it, or nothing is changed. */
export async function putWork(log: Log, work: Work): Promise<SaveResult> {
  const result = saveAll(toNames(work))
  if (result !== 'saved') return result
  await log.replace(work)
  for (const changed of [workReplaced, progressChanged]) window.dispatchEvent(new Event(changed))
  return result
}

/** What this browser has and the work has not goes. */
function toNames({ progress, answers, code }: Work): Record<string, unknown> {
  const names = [
    ...Object.keys(readAllSavedCode()).map((file) => [savedCodeName(file), undefined]),
    ...Object.entries(code).map(([file, saved]) => [savedCodeName(file), saved]),
    ...Object.keys(readAllAnswers()).map((slug) => [answersName(slug), undefined]),
    ...Object.entries(answers).map(([slug, given]) => [answersName(slug), given]),
  ]
  return { ...Object.fromEntries(names), progress: Object.keys(progress).length > 0 ? progress : undefined }
}

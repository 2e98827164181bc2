import { showToast } from '../notices/toasts.ts'
import type { Work } from '../storage/course-file.ts'
import { readProgress } from '../storage/progress.ts'
import { removeSavedCode, readAllSavedCode, saveCode } from '../storage/saved-code.ts'
import { removeStored, save, type SaveResult, progressChanged, workReplaced } from '../storage/storage.ts'

/** What this browser keeps of the reader's work. */
export function readWork(): Work {
  return { progress: readProgress(), code: readAllSavedCode() }
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
  if (!write(after)) {
    write(before)
    return showToast('Not imported: this browser has no room for it, or does not store anything.', [], true)
  }
  const undo = () => (replace(before), showToast('The import was undone.'))
  showToast('Imported.', [{ label: 'Undo', callback: undo }])
}

function replace(work: Work) {
  const added = Object.keys(readAllSavedCode()).filter((slug) => !(slug in work.code))
  added.forEach(removeSavedCode)
  if (Object.keys(work.progress).length === 0) removeStored('progress')
  write(work)
}

/** All or, as far as that goes, nothing. */
function write({ progress, code }: Work): boolean {
  const results: SaveResult[] = [
    save('progress', progress),
    ...Object.entries(code).map(([slug, saved]) => saveCode(slug, saved)),
  ]
  window.dispatchEvent(new Event(workReplaced))
  window.dispatchEvent(new Event(progressChanged))
  return results.every((result) => result === 'saved')
}

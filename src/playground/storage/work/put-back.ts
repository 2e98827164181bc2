import { openLog, type ReplacedCode } from '../log/open-log.ts'
import { readSavedCode, saveCode } from '../saved-code.ts'
import { type SaveResult, workReplaced } from '../storage.ts'
import { toReplaced } from './work.ts'

/** Lists the versions of files that others took the place of, the newest first. */
export async function readReplaced(): Promise<ReplacedCode[]> {
  const versions = await (await openLog()).readReplaced()
  return versions.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
}

/** Takes such a version again; the one that stood there is kept in its place. */
export async function putBack({ file, text }: ReplacedCode, now = new Date()): Promise<SaveResult> {
  const before = readSavedCode(file)
  if (before && before.text !== text) await (await openLog()).addReplaced([toReplaced(file, before)])
  const result = saveCode(file, { text, savedAt: now.toISOString() })
  window.dispatchEvent(new Event(workReplaced))
  return result
}

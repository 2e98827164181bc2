import { t, tn } from '#i18n/t.ts'
import { openLog } from '../log/open-log.ts'
import { parseCourseFile } from './course-file.ts'
import { putWork } from './put-work.ts'
import { differingFiles, mergeWork, readWork } from './work.ts'

/** What came of bringing a file in. */
export type ImportResult =
  | { kind: 'not imported'; why: string }
  /** `differing`: of these files both had a version; the newer was taken, the other one can be had back. */
  | { kind: 'imported'; differing: string[]; undo(): Promise<boolean> }

/** Adds what a file has to what this browser has: nothing is taken away, and all of it can be undone. */
export async function importWork(text: string): Promise<ImportResult> {
  const parsed = parseCourseFile(text)
  if (parsed.kind === 'wrong') return { kind: 'not imported', why: parsed.why }
  const log = await openLog()
  const own = await readWork(log)
  if ((await putWork(log, mergeWork(own, parsed.work))) !== 'saved')
    return { kind: 'not imported', why: noRoom() }
  return {
    kind: 'imported',
    differing: differingFiles(own, parsed.work),
    undo: async () => (await putWork(log, own)) === 'saved',
  }
}

const noRoom = () =>
  t('Not imported: this browser has no room for it, or does not store anything. Nothing was changed.')

/** Says what came of an import. */
export function describeImport(result: ImportResult): string {
  if (result.kind === 'not imported') return result.why
  const { length } = result.differing
  if (length === 0) return t('Imported.')
  return tn(
    'Imported. {file} was different here and there: the newer version was taken, the older one can be had back in the settings.',
    'Imported. {count} files were different here and there: the newer version was taken, the older one can be had back in the settings.',
    { count: length, file: result.differing[0]! },
  )
}

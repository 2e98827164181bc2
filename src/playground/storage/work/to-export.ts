import { openLog } from '../log/open-log.ts'
import { toCourseFile } from './course-file.ts'
import { readWork } from './work.ts'

/** All of the reader's work as a file to save. */
export async function toExport(now = new Date()): Promise<{ name: string; text: string }> {
  const work = await readWork(await openLog())
  return { name: `no-oops-${now.toISOString().slice(0, 10)}.json`, text: toCourseFile(work, now) }
}

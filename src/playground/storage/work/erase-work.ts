import { openLog } from '../log/open-log.ts'
import { readText, removeStored, saveText } from '../storage.ts'
import { putWork } from './put-work.ts'
import { readWork } from './work.ts'

/** Forgets all of the reader's work in this browser; gives how to undo that. Settings stay. */
export async function eraseWork(): Promise<() => Promise<boolean>> {
  const log = await openLog()
  const [own, last] = [await readWork(log), readText('last')]
  await putWork(log, { progress: {}, answers: {}, code: {}, log: [], replaced: [] })
  for (const name of ['last', 'place']) removeStored(name)
  return async () => {
    if (last) saveText('last', last)
    return (await putWork(log, own)) === 'saved'
  }
}

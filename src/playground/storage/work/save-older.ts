import { openLog } from '../log/open-log.ts'
import { toReplaced } from './work.ts'

/** Saves texts by the names under which their files are saved, so that the settings can bring them back once others stand in their place. */
export async function saveOlder(texts: Record<string, string>, now = new Date()): Promise<void> {
  const savedAt = now.toISOString()
  const versions = Object.entries(texts).map(([file, text]) => toReplaced(file, { text, savedAt }))
  await (await openLog()).addReplaced(versions)
}

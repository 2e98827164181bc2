import { t } from '#i18n/t.ts'
import { showToast } from '../notices/toasts.ts'
import { pickFile, readPicked } from './pick-file.ts'
import { saveFile } from './save-file.ts'

/** Takes the reader's progress and code out of this browser, as a file. */
export async function exportWork() {
  const { toExport } = await import('../storage/work/to-export.ts')
  const { name, text } = await toExport()
  saveFile(name, text, 'application/json')
  showToast(t('Exported: your progress and all code that you edited, that of the playground too.'))
}

/** Lets the reader pick a file, and adds what is in it. */
export async function importWork() {
  const text = await readPicked(await pickFile('application/json,.json'))
  if (text.kind === 'too large') return showToast(text.why, [], true)
  const { describeImport, importWork } = await import('../storage/work/import-work.ts')
  const result = await importWork(text.text)
  const words = describeImport(result)
  if (result.kind === 'not imported') return showToast(words, [], true)
  showToast(words, [{ label: t('Undo'), callback: () => void undo(result.undo) }])
}

async function undo(undo: () => Promise<boolean>) {
  const undone = await undo()
  showToast(
    undone ? t('The import was undone.') : t('The import could not be undone: this browser has no room.'),
  )
}

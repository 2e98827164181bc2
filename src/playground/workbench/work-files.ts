import { showToast } from '../notices/toasts.ts'
import { offerToImport, readWork } from './import-work.ts'
import { saveFile } from './save-file.ts'

/** Takes the reader's progress and code out of this browser, as a file. */
export async function exportWork() {
  const { toCourseFile } = await import('../storage/course-file.ts')
  const name = `no-oops-${new Date().toISOString().slice(0, 10)}.json`
  saveFile(name, toCourseFile(readWork()), 'application/json')
  showToast('Exported: your progress and the code of all exercises you edited.')
}

/** Lets the reader pick a file, and brings it in. */
export function importWork() {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'application/json,.json'
  input.addEventListener('change', () => void take(input.files?.[0]))
  input.click()
}

async function take(file: File | undefined) {
  if (!file) return
  if (file.size > mostBytes)
    return showToast('Not imported: no browser has room for a file as large as this.', [], true)
  await offerToImport(await file.text())
}

/** More than any browser stores for one site, however it is written. */
const mostBytes = 64 * 1024 * 1024

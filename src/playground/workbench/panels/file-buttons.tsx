import { useRef } from 'preact/hooks'
import type { Work } from '../../storage/course-file.ts'
import { offerToImport, readWork } from '../import-work.ts'
import { showToast } from '../../notices/toasts.ts'

/** Takes the reader's progress and code out of this browser as a file, and brings such a file in. */
export function FileButtons() {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class="wb-textbutton" onClick={() => download(readWork())}>
        Export
      </button>
      <button type="button" class="wb-textbutton" onClick={() => input.current?.click()}>
        Import
      </button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label="File to import"
        hidden
        onChange={({ currentTarget }) => pick(currentTarget)}
      />
    </>
  )
}

async function pick(input: HTMLInputElement) {
  const file = input.files?.[0]
  input.value = ''
  if (!file) return
  if (file.size > mostBytes)
    return showToast('Not imported: no browser has room for a file as large as this.', [], true)
  await offerToImport(await file.text())
}

/** More than any browser stores for one site, however it is written. */
const mostBytes = 64 * 1024 * 1024

async function download(work: Work) {
  const { toCourseFile } = await import('../../storage/course-file.ts')
  const url = URL.createObjectURL(new Blob([toCourseFile(work)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `no-oops-${new Date().toISOString().slice(0, 10)}.json`
  link.click()
  URL.revokeObjectURL(url)
  showToast('Exported: your progress and the code of all exercises you edited.')
}

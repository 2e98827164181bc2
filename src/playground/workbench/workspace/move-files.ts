import { t, tn } from '#i18n/t.ts'
import { showToast } from '../../notices/toasts.ts'
import { mostFileBytes, toFileText, describeFileText } from '../../workspace/file-text.ts'
import { isWorkspacePath } from '../../workspace/file-path.ts'
import type { OpenWorkspace } from '../../workspace/open-workspace.ts'
import { saveFile } from '../save-file.ts'

/** Has the browser save all files as a zip. */
export async function downloadZip(open: OpenWorkspace) {
  const { packZip } = await import('../../workspace/zip.ts')
  const left = open.others.peek().size
  saveFile('no-oops-workspace.zip', packZip(open.texts()), 'application/zip')
  if (left > 0)
    showToast(
      tn(
        'Downloaded, but for one file that is not edited here.',
        'Downloaded, but for {count} files that are not edited here.',
        { count: left },
      ),
    )
}

/** Lets the reader pick a zip, or files, and puts what is in it into the project. */
export function uploadFiles(open: OpenWorkspace) {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.addEventListener('change', () => void takeFiles(open, [...(input.files ?? [])]))
  input.click()
}

async function takeFiles(open: OpenWorkspace, picked: File[]) {
  const found: Found = { texts: {}, leftOut: [] }
  for (const file of picked) await readPicked(file, found)
  putFiles(open, found)
}

interface Found {
  texts: Record<string, string>
  leftOut: string[]
}

async function readPicked(file: File, { texts, leftOut }: Found) {
  const { mostZipBytes, unpackZip } = await import('../../workspace/zip.ts')
  const isZip = file.name.toLowerCase().endsWith('.zip')
  if (file.size > (isZip ? mostZipBytes : mostFileBytes))
    return leftOut.push(describeFileText(file.name, { kind: 'too large', bytes: file.size }))
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isZip) {
    const unpacked = unpackZip(bytes)
    if (unpacked.kind === 'broken')
      return leftOut.push(t('{file} can’t be read: it is damaged, or no zip.', { file: file.name }))
    Object.assign(texts, unpacked.texts)
    return leftOut.push(...unpacked.leftOut)
  }
  const text = toFileText(bytes)
  if (text.kind !== 'text') leftOut.push(describeFileText(file.name, text))
  else if (isWorkspacePath(file.name)) texts[file.name] = text.text
  else leftOut.push(t('{file} can’t be the name of a file here.', { file: file.name }))
}

/** All can be undone: what stood there comes back. */
function putFiles(open: OpenWorkspace, { texts, leftOut }: Found) {
  const before = open.texts()
  const refused = [...leftOut]
  const put: string[] = []
  for (const [path, text] of Object.entries(texts)) {
    const why = open.put(path, text)
    if (why === undefined) put.push(path)
    else refused.push(why)
  }
  const undo = () =>
    put.forEach((path) => (before[path] === undefined ? open.remove(path) : open.put(path, before[path])))
  const [first] = put
  if (first !== undefined) open.show(first)
  const what = tn('One file came in.', '{count} files came in.', { count: put.length })
  const actions = put.length > 0 ? [{ label: t('Undo'), callback: undo }] : []
  showToast([what, ...describeLeftOut(refused)].join(' '), actions, refused.length > 0)
}

function describeLeftOut([why, ...others]: string[]): string[] {
  if (why === undefined) return []
  const first = t('Left out: {why}', { why })
  if (others.length === 0) return [first]
  const more = { count: others.length }
  return [first, tn('And one file more was left out.', 'And {count} files more were left out.', more)]
}

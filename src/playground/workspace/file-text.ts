import { t } from '#i18n/t.ts'

/** What the page can have of a file: its text, or why not. */
export type FileText =
  { kind: 'text'; text: string } | { kind: 'binary' } | { kind: 'too large'; bytes: number }

/** Most bytes of a file that is edited and saved here; the service takes no larger program. */
export const mostFileBytes = 65_536
/** Most files of a workspace. */
export const mostFiles = 300

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads the bytes of a file as text. */
export function toFileText(bytes: Uint8Array): FileText {
  if (bytes.length > mostFileBytes) return { kind: 'too large', bytes: bytes.length }
  try {
    const text = decoder.decode(bytes)
    return text.includes('\0') ? { kind: 'binary' } : { kind: 'text', text }
  } catch {
    return { kind: 'binary' }
  }
}

/** Says why a file is not edited here. */
export function describeFileText(path: string, found: Exclude<FileText, { kind: 'text' }>): string {
  if (found.kind === 'binary')
    return t('{file} is no text, so it is not edited or saved here.', { file: path })
  const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} kB`
  return t('{file} has {size}; files of up to {most} are edited and saved here.', {
    file: path,
    size: kilobytes(found.bytes),
    most: kilobytes(mostFileBytes),
  })
}

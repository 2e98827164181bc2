import { t } from '#i18n/t.ts'

/** Lets the reader pick a file; resolves once one is picked. */
export function pickFile(accept: string): Promise<File> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  return new Promise((resolve) => {
    input.addEventListener('change', () => input.files?.[0] && resolve(input.files[0]))
    input.click()
  })
}

/** Reads what was picked, unless no browser could store it. */
export async function readPicked(
  file: File,
): Promise<{ kind: 'text'; text: string } | { kind: 'too large'; why: string }> {
  if (file.size > mostBytes)
    return { kind: 'too large', why: t('Not imported: no browser has room for a file as large as this.') }
  return { kind: 'text', text: await file.text() }
}

/** More than any browser stores for one site, however it is written. */
const mostBytes = 64 * 1024 * 1024

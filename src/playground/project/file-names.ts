import { t } from '#i18n/t.ts'
import { scriptFile } from './project.ts'
import { inputFile } from '../program/input-file.ts'

/** As the service takes them: plain names, in folders if need be. */
const name = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/
const longest = 100

/** Most files of a program that the service takes. */
export const mostFiles = 32
/** Most bytes of all files together that the service takes. */
export const mostBytes = 65_536

/** The bytes of all files together. */
export function bytesOf(files: Record<string, string>): number {
  const encoder = new TextEncoder()
  return Object.values(files).reduce((sum, text) => sum + encoder.encode(text).length, 0)
}

/** Whether a file can have this name at all. */
export function isFileName(text: string): boolean {
  return text.length <= longest && name.test(text)
}

/** Says in a sentence why a new file can't have this name among the others; undefined where it can. */
export function describeBadName(text: string, others: string[]): string | undefined {
  if (text === '') return t('A file needs a name, such as ring.rs.')
  if (text.length > longest)
    return t('A name has at most {most} characters; this one has {count}.', {
      most: longest,
      count: text.length,
    })
  if (!isFileName(text))
    return t(
      'A name has letters without accents, digits, and «_», «-» or «.» between them; «/» stands between folders.',
    )
  if (text === scriptFile || text === inputFile)
    return t('The playground has a {file} of its own.', { file: text })
  if (text.split('/')[0] === 'course') return t('The service keeps files of its own in a folder «course».')
  if (others.includes(text)) return t('There is a {file} already.', { file: text })
  const clash = others.find((other) => other.startsWith(`${text}/`) || text.startsWith(`${other}/`))
  if (clash !== undefined)
    return t('{file} is there already: one name can’t be a file and a folder.', { file: clash })
  return others.length >= mostFiles
    ? t('A program has at most {most} files.', { most: mostFiles })
    : undefined
}

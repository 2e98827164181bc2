import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { CourseError } from '#course/course-error.ts'
import { hasWords } from '#course/siblings/list-words.ts'
import { pickWords } from '#course/siblings/pick-words.ts'
import { toSiblingPath } from '#course/siblings/sibling-path.ts'
import { readLessonFiles } from '../verify/read-lesson-files.ts'
import { toBlobId } from './blob-id.ts'

/** Writes the siblings that a lesson or a chapter does not have yet, with the English words in them. */
export async function beginTranslation(lessons: string, folder: string, language: string): Promise<number> {
  if (!/^[a-z]{2}$/.test(language))
    throw new CourseError(`«${language}» is no language. Write two letters, as in de.`)
  const files = await readLessonFiles(lessons)
  const sources = Object.keys(files).filter((path) => isOf(folder, path) && hasWords(path))
  if (sources.length === 0)
    throw new CourseError(
      `There is no lesson lessons/${folder}. Name its folder, as in 03-ownership/02-borrow-deadline.`,
    )
  for (const source of sources) await begin(lessons, source, { files, language })
  return 0
}

function isOf(folder: string, path: string): boolean {
  return folder.includes('/') ? path.startsWith(`${folder}/`) : path === `${folder}/chapter.yaml`
}

interface Beginning {
  files: Record<string, string>
  language: string
}

async function begin(lessons: string, source: string, { files, language }: Beginning): Promise<void> {
  const path = toSiblingPath(source, language)
  if (path in files) return console.log(`lessons/${path} is there already.`)
  await writeFile(join(lessons, path), toSibling(source, files[source]!))
  console.log(`lessons/${path} has the English words. Translate them.`)
}

/** A sibling that says in English what it is to say in another language. */
export function toSibling(source: string, text: string): string {
  const id = `source: ${toBlobId(text)}\n`
  const wide = { lineWidth: 160 }
  if (!source.endsWith('.mdx')) return `${id}---\n${stringify(pickWords(source, parse(text)), wide)}`
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  return `---\n${id}${stringify(pickWords(source, parse(head)), wide)}---\n${body}`
}

import type { Lesson } from '#course/lesson.ts'
import type { Glossary } from '#course/words/read-words.ts'
import type { Word } from '#course/words/words.ts'
import { toPlainRust } from '#markdown/plain-rust.ts'
import { listRust, type RustOfLesson } from './list-rust.ts'
import { type Proof, toProof } from './proof.ts'
import type { LessonText } from './read-lesson-text.ts'

/** Proves that a lesson's Rust uses nothing that neither an earlier lesson nor the lesson itself introduces. */
export function proveWords(lesson: Lesson, text: LessonText, glossary: Glossary): Proof[] {
  const { folder, meta } = lesson
  const unknown = meta.introduces.filter((word) => !glossary.words.some((known) => known.word === word))
  const proofs = unknown.map((word) =>
    toProof(
      `«${word}» is a word`,
      `${folder}/lesson.mdx introduces «${word}», which lessons/words.yaml does not have. Add it there, or take one of its names.`,
    ),
  )
  if (!isHeld(lesson, glossary)) return proofs
  const ofRust = glossary.words.filter(({ of }) => of === 'rust')
  const known = ofRust.filter(({ word }) => isTaught(glossary.introducedIn.get(word), folder))
  const code = listRust(lesson, text)
  return [
    ...proofs,
    ...ofRust
      .filter((word) => !known.includes(word))
      .flatMap((word) => proveUnused(word, { folder, code, glossary })),
  ]
}

/** Who says what it introduces wants to keep the rule; of others, who is no exception. */
function isHeld({ folder, meta }: Lesson, { exceptions }: Glossary): boolean {
  return meta.introduces.length > 0 || !exceptions.some((start) => folder.startsWith(start))
}

/** Folders are in reading order. */
function isTaught(introducedIn: string | undefined, folder: string): boolean {
  return introducedIn !== undefined && introducedIn <= folder
}

interface Used {
  folder: string
  code: RustOfLesson[]
  glossary: Glossary
}

function proveUnused({ word, shown, code: pattern }: Word, { folder, code, glossary }: Used): Proof[] {
  if (pattern === undefined) return []
  const use = code.flatMap(({ path, rust, firstLine }) =>
    findUse(rust, pattern).map((line) => `${path}:${line + firstLine - 1}`),
  )[0]
  const where = glossary.introducedIn.get(word)
  const next = where ? `${where} introduces it, which comes later.` : 'no lesson introduces it.'
  const mistake = `${use} uses ${shown} (${word}) before it is taught: ${next} Add «${word}» to «introduces» in ${folder}/lesson.mdx, or write it another way.`
  return [toProof(`${word} is not used before it is taught`, use !== undefined && mistake)]
}

/** The line of the first use, from 1; none where it is not used. */
function findUse(rust: string, pattern: string): number[] {
  const match = new RegExp(pattern, 'm').exec(toPlainRust(rust))
  return match ? [rust.slice(0, match.index).split('\n').length] : []
}

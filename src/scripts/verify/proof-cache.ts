import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Gives what was made of the same question before, or makes it. Questions and answers are JSON. */
export type ProofCache = <Answer>(question: unknown, making: Making<Answer>) => Promise<Answer>

/** How an answer is made that nobody has asked for before. */
export interface Making<Answer> {
  make(): Promise<Answer>
  /** False of an answer that is not to be saved, such as of a machine that was too busy; all are if it is left out. */
  lasts?(answer: Answer): boolean
}

/** Saves answers as files in a folder; `basis` is all else that they depend on, such as the compiler. */
export function createProofCache(folder: string, basis: string): ProofCache {
  return async (question, { make, lasts = () => true }) => {
    const key = createHash('sha256')
      .update(JSON.stringify([basis, question]))
      .digest('hex')
    const path = join(folder, `${key}.json`)
    const known = await readFile(path, 'utf8').catch(() => undefined)
    if (known !== undefined) return JSON.parse(known)
    const answer = await make()
    if (lasts(answer)) await save(folder, path, JSON.stringify(answer))
    return answer
  }
}

/** Saves nothing. */
export const makeEach: ProofCache = (_question, { make }) => make()

/** A file is there whole or not at all, whoever else writes it. */
async function save(folder: string, path: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const unfinished = `${path}.${randomUUID()}`
  await writeFile(unfinished, text)
  await rename(unfinished, path)
}

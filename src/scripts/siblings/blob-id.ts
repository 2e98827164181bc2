import { createHash } from 'node:crypto'

/** The id that Git gives to a file with this text: `git hash-object FILE`. */
export function toBlobId(text: string): string {
  const bytes = Buffer.from(text)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

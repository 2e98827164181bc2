import { readSavedCode, removeSavedCode, saveCode } from '../storage/saved-code.ts'
import { workReplaced } from '../storage/storage.ts'
import { toBase64Url } from './share-link.ts'

/** A program that came in a link, as the reader left it in this browser. */
export interface LinkedProgram {
  /** The name that it is saved under: no other program has it. */
  slug: string
  text: string
  /** A slug with an edit that may be of this program, from when several shared one; undefined where there is none. */
  earlier: string | undefined
}

/** Opens the program of a fragment, `#` included: the code in it, or what the reader made of that. */
export async function openLinkedProgram(fragment: string, code: string): Promise<LinkedProgram> {
  const slug = `playground/${await toName(fragment)}`
  const saved = readSavedCode(slug)
  const earlier = `playground/${fragment.slice(-24)}`
  const hasEarlier = saved === undefined && readSavedCode(earlier) !== undefined
  return { slug, text: saved?.text ?? code, earlier: hasEarlier ? earlier : undefined }
}

/** Saves the earlier edit under the program's own slug and has it shown; where it can't be saved, it stays where it is. */
export function takeEarlierEdit({ slug, earlier }: LinkedProgram) {
  const saved = earlier === undefined ? undefined : readSavedCode(earlier)
  if (!saved || saveCode(slug, saved) !== 'saved') return
  removeSavedCode(earlier!)
  window.dispatchEvent(new Event(workReplaced))
}

/** A page that is not secure, as over HTTP in a classroom, gets no digests from its browser; there the whole fragment is the name. */
async function toName(fragment: string): Promise<string> {
  const { subtle } = crypto as { subtle?: SubtleCrypto }
  if (!subtle) return fragment.slice(1)
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(fragment))
  return toBase64Url(new Uint8Array(digest))
}

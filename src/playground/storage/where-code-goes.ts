import { publicIds, type PublicId } from '#protocol/public-playgrounds.ts'
import { readStored, removeStored, save, type SaveResult } from './storage.ts'

/** Where the reader lets code go beyond what the site does by itself. */
export interface WhereCodeGoes {
  /** A compile service in place of the site's own: its base URL. */
  service?: string
  /** Gets userspace programs where no service answers; nobody does without the reader's word. */
  playground?: PublicId
}

/** Reads what the reader chose, in this browser; nothing at first. */
export function readWhereCodeGoes(): WhereCodeGoes {
  if (unsaved) return unsaved
  const stored = (readStored(name) ?? {}) as Record<string, unknown>
  const playground = publicIds.find((id) => id === stored.playground)
  return {
    ...(typeof stored.service === 'string' && { service: stored.service }),
    ...(playground && { playground }),
  }
}

/** Fires on `window` after the reader has chosen. */
export const whereChanged = 'no-oops:where'

/** Takes another choice from now on. Where it cannot be saved it holds for this page. */
export function chooseWhereCodeGoes(choice: WhereCodeGoes): SaveResult {
  const isNone = Object.keys(choice).length === 0
  if (isNone) removeStored(name)
  const result = isNone ? 'saved' : save(name, choice)
  unsaved = result === 'saved' ? undefined : choice
  window.dispatchEvent(new Event(whereChanged))
  return result
}

let unsaved: WhereCodeGoes | undefined

const name = 'where-code-goes'

import { readStored, removeStored, save } from '../../storage/storage.ts'

const name = 'webcontainer'

/** Whether the reader has let this browser load the container of StackBlitz. */
export function hasConsent(): boolean {
  return readStored(name) === true
}

/** Remembers that; where nothing can be stored, it is asked again the next time. */
export function giveConsent(): void {
  save(name, true)
}

/** From now on it is asked again. */
export function withdrawConsent(): void {
  removeStored(name)
}

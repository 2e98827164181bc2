import { toKey } from '../recipe.ts'
import { readMarker, toRoomFolder } from '../room-folder.ts'
import { kernels } from './recipes.ts'

/** True if every kernel is there, so that none will need the Debian tree any more. */
export function isTreeDone(cache: string): boolean {
  return Object.values(kernels).every((recipe) => readMarker(toRoomFolder(cache, toKey(recipe))))
}

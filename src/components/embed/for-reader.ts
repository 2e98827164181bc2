import { wakeIslands } from '../reader/wake-islands.ts'

/** What a page for frames does once somebody is seen to read it: nothing but its workbench. */
export function startForReader(before: readonly Event[]) {
  wakeIslands(before)
}

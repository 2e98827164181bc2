import { openToolroom } from '#service/toolroom/toolroom.ts'

/** For Vitest's `globalSetup`: makes the real toolroom unless it is there, and says why if it can't be had. */
export default async function makeToolroom(): Promise<void> {
  const status = await openToolroom().make()
  if (status.state === 'unavailable') throw new Error(`${status.reason} What helps: ${status.remedy}`)
}

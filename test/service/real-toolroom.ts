import { createBubblewrapSandbox } from '#service/bubblewrap/bubblewrap.ts'
import type { Sandbox } from '#service/sandbox.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'

/** Minutes that making a toolroom may take before a test gives up on it. */
export const toolroomTimeout = 10 * 60_000

/** So that the limits that count CPU time and memory decide, not what else runs beside the tests. */
const busyMachine = { wallSeconds: 60 }

/** The real sandbox over the real toolroom, which is made first if it is not there. */
export async function openRealSandbox(): Promise<Sandbox> {
  const toolroom = openToolroom()
  const status = await toolroom.make()
  if (status.state === 'ready') return createBubblewrapSandbox({ root: toolroom.root, limits: busyMachine })
  throw new Error(status.state === 'unavailable' ? `${status.reason} ${status.remedy}` : status.step)
}

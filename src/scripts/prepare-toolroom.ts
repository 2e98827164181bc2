import { setTimeout as sleep } from 'node:timers/promises'
import type { StageStatus } from '#protocol/status.ts'
import type { Toolroom } from '#service/toolroom/toolroom.ts'
import { showProgress } from './toolroom-progress.ts'

/** Makes every toolroom that is not there, one after the other; true if all are ready. */
export async function prepareToolrooms(toolrooms: Toolroom[]): Promise<boolean> {
  for (const toolroom of toolrooms) toolroom.announce()
  const statuses: StageStatus[] = []
  for (const toolroom of toolrooms) statuses.push(await prepareToolroom(toolroom))
  return statuses.every(({ state }) => state === 'ready')
}

/** Tries again until it works, in half a minute at first and in half an hour at last; keeps no process alive. */
export async function prepareLater(
  prepare: () => Promise<boolean>,
  wait = (seconds: number): Promise<void> => sleep(seconds * 1000, undefined, { ref: false }),
): Promise<void> {
  for (let seconds = 30; ; seconds = Math.min(2 * seconds, 1800)) {
    await wait(seconds)
    if (await prepare()) return
  }
}

/** Makes the toolroom if it is not there, and prints how far it is and what came of it; prints nothing if it is there. */
export async function prepareToolroom(toolroom: Toolroom): Promise<StageStatus> {
  if (toolroom.status().state === 'ready') return toolroom.status()
  console.log(`Preparing the toolroom with ${toContent(toolroom)} …`)
  const status = await showProgress(toolroom)
  console.log(toText(status))
  return status
}

function toContent({ recipe: { kernel } }: Toolroom): string {
  if (!kernel) return 'the compilers (once; a minute or two)'
  return `the kernel «${kernel.variant}» (once; ten minutes or so)`
}

function toText(status: StageStatus): string {
  if (status.state === 'ready') return `The toolroom is ready: ${status.toolchain}.`
  if (status.state === 'preparing') return `The toolroom is being prepared: ${status.percent} %.`
  return `There is no toolroom: ${status.reason}\n  What to do: ${status.remedy}`
}

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

/** Makes the toolroom if it is not there, and prints how far it is and what became of it. */
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

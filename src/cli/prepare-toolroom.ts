import type { StageStatus } from '#protocol/status.ts'
import type { Toolroom } from '#service/toolroom/toolroom.ts'
import { showProgress } from './toolroom-progress.ts'

/** Makes the toolroom if it is not there, and prints how far it is and what became of it. */
export async function prepareToolroom(toolroom: Toolroom): Promise<StageStatus> {
  if (toolroom.status().state === 'ready') return toolroom.status()
  console.log('Preparing the toolroom with the compilers (once; a minute or two) …')
  const status = await showProgress(toolroom)
  console.log(toText(status))
  return status
}

function toText(status: StageStatus): string {
  if (status.state === 'ready') return `The toolroom is ready: ${status.toolchain}.`
  if (status.state === 'preparing') return `The toolroom is being prepared: ${status.percent} %.`
  return `There is no toolroom: ${status.reason}\n  What to do: ${status.remedy}`
}

import type { StageStatus } from '#protocol/status.ts'
import type { Toolroom } from '#service/toolroom/toolroom.ts'

/** Makes the toolroom if it is not there, telling how far it is; resolves to what became of it. */
export async function prepareToolroom(toolroom: Toolroom, say: (text: string) => void): Promise<StageStatus> {
  let last = ''
  const tell = (status: StageStatus) => {
    const text = toText(status)
    if (text !== last) say(text)
    last = text
  }
  if (toolroom.status().state === 'ready') return toolroom.status()
  const timer = setInterval(() => tell(toolroom.status()), 2000)
  const status = await toolroom.make().finally(() => clearInterval(timer))
  tell(status)
  return status
}

/** A status as one line for a terminal. */
function toText(status: StageStatus): string {
  switch (status.state) {
    case 'ready':
      return `Toolroom: ready, ${status.toolchain}`
    case 'preparing':
      return `Toolroom: ${status.percent} %, ${status.step}`
    case 'unavailable':
      return `Toolroom: not to be had. ${status.reason}\n  What to do: ${status.remedy}`
  }
}

import type { StageStatus } from '#protocol/status.ts'
import type { Toolroom } from '#service/toolroom/toolroom.ts'

/** Makes the toolroom and shows how far it is: on one line that changes, or in a few plain lines without a terminal. */
export async function showProgress(toolroom: Toolroom): Promise<StageStatus> {
  const show = process.stdout.isTTY ? createLine() : createLines()
  const timer = setInterval(() => show.update(toolroom.status()), 200)
  try {
    return await toolroom.make()
  } finally {
    clearInterval(timer)
    show.end()
  }
}

interface Show {
  update(status: StageStatus): void
  end(): void
}

function createLine(): Show {
  return {
    update: (status) => {
      if (status.state !== 'preparing') return
      const text = describeProgress(status).slice(0, (process.stdout.columns || 80) - 1)
      process.stdout.write(`\r\u001b[K${text}`)
    },
    end: () => process.stdout.write('\r\u001b[K'),
  }
}

/** Every tenth percent. */
function createLines(): Show {
  let shown = -1
  return {
    update: (status) => {
      if (status.state !== 'preparing' || Math.floor(status.percent / 10) <= shown) return
      shown = Math.floor(status.percent / 10)
      console.log(describeProgress(status))
    },
    end: () => {},
  }
}

type Preparing = Extract<StageStatus, { state: 'preparing' }>

/** Describes progress on one line, such as `42 %  Building Linux 7.3.4 (kasan), 4 minutes left`. */
export function describeProgress({ percent, step, secondsLeft }: Preparing): string {
  return `${`${percent}`.padStart(3)} %  ${step}${secondsLeft === undefined ? '' : `, ${describeTime(secondsLeft)} left`}`
}

function describeTime(seconds: number): string {
  if (seconds < 90) return `${Math.max(10, Math.round(seconds / 10) * 10)} seconds`
  return `${Math.round(seconds / 60)} minutes`
}

import { t } from '#i18n/t.ts'
import { createDeadline } from './deadline.ts'
import type { RunLimits } from './limits.ts'
import type { Ending, Program, RunListener, Runner } from './runner.ts'
import type { PageMessage, WorkerMessage } from './program-server.ts'

/** A thread that runs one program, as `createProgramServer` does. */
export interface ProgramWorker {
  send(message: PageMessage): void
  onMessage(listener: (message: WorkerMessage) => void): void
  onError(listener: (message: string) => void): void
  end(): void
}

const defaultLimits: RunLimits = { seconds: 10, asleepSeconds: 60 }

/** Creates a runner that runs each program in a worker of its own. The module itself says how much memory it may have. */
export function createWorkerRunner(startWorker: () => ProgramWorker, limits = defaultLimits): Runner {
  return {
    run: (program, listener, signal) =>
      new Promise((resolve) => {
        const worker = startWorker()
        const end = (ending: Ending) => {
          worker.end()
          deadline.stop()
          signal.removeEventListener('abort', stop)
          resolve(ending)
        }
        const stop = () => end({ kind: 'stopped', reason: 'reader' })
        const deadline = createDeadline(limits.seconds, () => end({ kind: 'stopped', reason: 'time' }))
        if (signal.aborted) return stop()
        signal.addEventListener('abort', stop)
        start({ worker, program, limits, listener, deadline, end })
      }),
  }
}

interface Started {
  worker: ProgramWorker
  program: Program
  limits: RunLimits
  listener: RunListener
  deadline: ReturnType<typeof createDeadline>
  end: (ending: Ending) => void
}

function start({ worker, program, limits, listener, deadline, end }: Started) {
  const goOn = (line: string | undefined) => (deadline.start(), worker.send({ kind: 'line', line }))
  worker.onMessage((data) => {
    if (data.kind === 'ended') return end(data.ending)
    if (data.kind === 'output') return data.outputs.forEach(listener.onOutput)
    if (data.kind === 'asleep') return deadline.sleep(data.milliseconds)
    deadline.stop()
    if (listener.onPrompt) listener.onPrompt(goOn)
    else goOn(undefined)
  })
  worker.onError((message) => {
    listener.onOutput({
      stream: 'stderr',
      text: `${t('The program could not be run: {why}', { why: message || t('its worker did not load') })}\n`,
    })
    end({ kind: 'exited', code: 1 })
  })
  deadline.start()
  worker.send({ kind: 'start', program, limits })
}

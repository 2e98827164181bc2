import type { JobResult, Job, Sandbox } from '#service/sandbox.ts'

/** A sandbox that compiles nothing: each job waits until the test ends it. */
export interface FakeSandbox extends Sandbox {
  /** All jobs that were started, in order. */
  jobs: FakeJob[]
  /** The next job to be started, or the oldest one not yet asked for. */
  next(): Promise<FakeJob>
}

export interface FakeJob extends Job {
  aborted: boolean
  end(ended?: Partial<Extract<JobResult, { kind: 'exited' }>>): void
  stop(reason: Extract<JobResult, { kind: 'stopped' }>['reason']): void
}

export function createFakeSandbox(): FakeSandbox {
  const jobs: FakeJob[] = []
  const waiting: ((job: FakeJob) => void)[] = []
  let given = 0

  function start(job: FakeJob): void {
    jobs.push(job)
    const next = waiting.shift()
    if (next) given += 1
    next?.(job)
  }

  return {
    jobs,
    next: () =>
      new Promise((resolve) => {
        const job = jobs[given]
        if (!job) return void waiting.push(resolve)
        given += 1
        resolve(job)
      }),
    run: (job, signal) =>
      new Promise((resolve, reject) => {
        const fake: FakeJob = {
          ...job,
          aborted: false,
          end: (ended) =>
            resolve({ kind: 'exited', code: 0, stdout: new Uint8Array(), stderr: '', ...ended }),
          stop: (reason) => resolve({ kind: 'stopped', reason }),
        }
        signal?.addEventListener('abort', () => {
          fake.aborted = true
          reject(new DOMException('aborted', 'AbortError'))
        })
        start(fake)
      }),
  }
}

import { expect, it } from 'vitest'
import type { BootRequest } from '#protocol/boot.ts'
import type { Kernel } from '#service/kernel/kernel-environment.ts'
import type { Job } from '#service/sandbox.ts'
import { kernelTimeout, openRealKernel } from '../kernel/real-kernel.ts'
import { openRealService } from '../real-service.ts'
import { bootWith } from './boot-with.ts'

const request: BootRequest = {
  language: 'c',
  variant: 'kasan',
  files: { 'driver.c': '#include <linux/module.h>\nMODULE_LICENSE("GPL");\n' },
  script: 'insmod driver.ko',
}

it(
  'A kernel that does not start is the fault of the service, not of the driver',
  async () => {
    for (const damaged of [
      'kill -SEGV $$',
      'exit 3',
      'echo "Kernel panic - not syncing: VFS"; kill -ABRT $$',
    ]) {
      const server = await openRealService({}, { kasan: damage(await openRealKernel(), damaged) })
      const events = await bootWith(server.url, request)
      await server.close()
      expect(events.map(({ kind }) => kind)).not.toContain('stopped')
      expect(events.at(-1)).toMatchObject({
        kind: 'failed',
        problem: {
          type: 'urn:no-oops:problem:kernel-broken',
          detail: expect.stringContaining('not with the driver'),
        },
      })
    }
  },
  kernelTimeout,
)

/** In place of the kernel, a shell runs this. */
function damage({ status, environment }: Kernel, script: string): Kernel {
  const { machines, ...rest } = environment()
  const replace = (job: Job): Job => {
    const at = job.command.findIndex((word) => word.endsWith('/linux'))
    return { ...job, command: [...job.command.slice(0, at), 'busybox', 'sh', '-c', script] }
  }
  const damaged = { run: (job: Job, signal?: AbortSignal) => machines.run(replace(job), signal) }
  return { status, environment: () => ({ ...rest, machines: damaged }) }
}

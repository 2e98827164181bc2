import { pino } from 'pino'
import type { Variant } from '#protocol/compile.ts'
import { byVariant } from '#protocol/variants.ts'
import type { Kernel } from '#service/kernel/kernel-environment.ts'
import type { ProgramEnvironment } from '#service/programs/run-program.ts'
import { createService } from '#service/service.ts'
import { readSettings } from '#service/settings.ts'
import { startServer, type RunningServer } from '#service/start-server.ts'
import { openRealSandbox } from './real-toolroom.ts'
import { noKernel } from './test-service.ts'

/** The real service over the real sandbox, on a port of its own. */
export async function openRealService(
  environment: Record<string, string> = {},
  kernels: Partial<Record<Variant, Kernel>> = {},
  programs?: ProgramEnvironment,
): Promise<RunningServer> {
  const service = createService({
    sandbox: await openRealSandbox(),
    userspace: () => ({ state: 'ready', toolchain: 'rustc 1.85.1' }),
    kernels: { ...byVariant(() => noKernel), ...kernels },
    settings: readSettings({ JOBS: '2', ...environment }),
    logger: pino({ level: 'silent' }),
    ...(programs && { programs }),
  })
  return startServer({ fetch: service.fetch, port: 0, host: '127.0.0.1', gracePeriod: 100 })
}

import { pino, type Logger } from 'pino'
import {
  CompileResult,
  type Action,
  type CompileRequest,
  type SourceFiles,
  type Variant,
} from '#protocol/compile.ts'
import type { Isolation, StageStatus } from '#protocol/status.ts'
import { byVariant } from '#protocol/variants.ts'
import type { CheckState } from '#service/health.ts'
import type { Kernel } from '#service/kernel/kernel-environment.ts'
import type { ProgramEnvironment } from '#service/programs/run-program.ts'
import type { Sandbox } from '#service/sandbox.ts'
import { createService } from '#service/service.ts'
import { readSettings } from '#service/settings.ts'

export type TestService = ReturnType<typeof createService>

/** A service for tests: ready, silent, with the given settings as the environment would give them. */
export function createTestService(sandbox: Sandbox, options: TestOptions = {}): TestService {
  return createService({
    sandbox,
    userspace: () => options.stage ?? { state: 'ready', toolchain: 'rustc 1.85.1' },
    kernels: { ...byVariant(() => noKernel), ...options.kernels },
    settings: readSettings({ JOBS: '2', ...options.environment }),
    logger: options.logger ?? pino({ level: 'silent' }),
    ...(options.checks && { checks: options.checks }),
    ...(options.isolation && { isolation: options.isolation }),
    ...(options.closing && { closing: options.closing }),
    ...(options.programs && { programs: options.programs }),
    ...(options.site === undefined ? {} : { site: options.site }),
  })
}

/** A kernel that has not been built. */
export const noKernel: Kernel = {
  status: () => ({ state: 'unavailable', reason: 'There is no kernel.', remedy: 'Build one.' }),
  environment: () => {
    throw new Error('nobody may ask for it')
  },
}

export interface TestOptions {
  stage?: StageStatus
  environment?: Record<string, string>
  /** Those that are there. */
  kernels?: Partial<Record<Variant, Kernel>>
  logger?: Logger
  closing?: AbortSignal
  checks?: () => Record<string, CheckState>
  isolation?: Isolation
  programs?: ProgramEnvironment
  site?: string
}

/** A request for a program of the given files, or of one `main.rs`. */
export function requestFor(files: SourceFiles | string, action: Action = 'check'): CompileRequest {
  return {
    target: 'userspace',
    language: 'rust',
    action,
    files: typeof files === 'string' ? { 'main.rs': files } : files,
  }
}

/** What `fetch` needs to post a body. */
export function post(body: unknown, signal?: AbortSignal): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(signal ? { signal } : {}),
  }
}

/** Compiles through the app's route; fails if the answer is a problem. */
export async function compileWith(app: TestService, request: CompileRequest): Promise<CompileResult> {
  const response = await app.request('/api/compile', post(request))
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  return CompileResult.parse(await response.json())
}

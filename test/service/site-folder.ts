import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createFakeSandbox } from './fake-sandbox.ts'
import { createTestService, type TestService } from './test-service.ts'

/** A page that brings a policy of its own, as all that are built do. */
export const builtPage = `<!doctype html><meta http-equiv="content-security-policy" content="default-src 'self'"><title>No Oops</title>`

/** A service with a built site of these files, for one test; the setting is as the environment gives it. */
export async function serveSite(files: Record<string, string>, frameAncestors = ''): Promise<TestService> {
  const site = await mkdtemp(join(tmpdir(), 'no-oops-site-'))
  onTestFinished(() => rm(site, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(site, dirname(name)), { recursive: true })
    await writeFile(join(site, name), content)
  }
  return createTestService(createFakeSandbox(), { site, environment: { FRAME_ANCESTORS: frameAncestors } })
}

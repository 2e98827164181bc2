import { describe, expect, it } from 'vitest'
import type { CompileRequest } from '#protocol/compile.ts'
import { byVariant, variantNames } from '#protocol/variants.ts'
import { createFakeSandbox, type FakeJob } from '../fake-sandbox.ts'
import { compileWith, createTestService, post } from '../test-service.ts'
import { createFakeKernel } from './fake-kernel.ts'

const app = createTestService(createFakeSandbox())
const request: CompileRequest = {
  target: 'kernel',
  language: 'c',
  action: 'check',
  files: { 'driver.c': '' },
}

async function ask(changes: Partial<CompileRequest>): Promise<{ status: number; body: unknown }> {
  const response = await app.request('/api/compile', post({ ...request, ...changes }))
  return { status: response.status, body: await response.json() }
}

describe('a request for a module', () => {
  it('gives 503 while there is no kernel', async () => {
    expect(await ask({})).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining('no kernel') },
    })
  })

  it('names a kernel that exists', async () => {
    expect(await ask({ variant: 'plain' as never })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'variant' }] },
    })
  })

  it.each([
    ['c', 'driver.c is missing'],
    ['rust', 'driver.rs is missing'],
  ] as const)('has the root file of its language: %s', async (language, message) => {
    expect(await ask({ language, files: { 'main.rs': '' } })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'files', message }] },
    })
  })

  it('has no file where the service puts its own', async () => {
    const files = { ...request.files, 'course/preamble.h': '' }
    expect(await ask({ files })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'files.course/preamble.h' }] },
    })
  })

  it('is the only one that may be in C', async () => {
    expect(await ask({ target: 'userspace', files: { 'main.rs': '' } })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'language', message: 'C is compiled for the kernel only' }] },
    })
  })
})

describe('the answer for one kernel', () => {
  it('is not given for another', async () => {
    const kernels = byVariant(createFakeKernel)
    const all = createTestService(createFakeSandbox(), { kernels })
    for (const variant of variantNames) {
      const answer = compileWith(all, { ...request, variant })
      ;(await kernels[variant].compilers.next()).end()
      expect(await answer).toMatchObject({ cached: false, toolchain: 'clang 19.1.7, Linux 7.3.4' })
    }
  })

  it('is that of kasan if none is named', async () => {
    const kasan = createFakeKernel('kasan')
    const answer = compileWith(createTestService(createFakeSandbox(), { kernels: { kasan } }), request)
    ;(await kasan.compilers.next()).end({ code: 1, stderr: 'driver.c:1:1: error: no\n' })
    expect(await answer).toMatchObject({ outcome: 'rejected', diagnostics: [{ message: 'no' }] })
  })

  it('says that the compiler was stopped, or died, in place of its last words', async () => {
    for (const end of [
      (job: FakeJob) => job.stop('crash'),
      (job: FakeJob) => job.end({ code: 139 }),
      (job: FakeJob) => job.end({ code: 1, stderr: 'x\nPLEASE submit a bug report to a site' }),
    ]) {
      const kasan = createFakeKernel('kasan')
      const answer = compileWith(createTestService(createFakeSandbox(), { kernels: { kasan } }), request)
      end(await kasan.compilers.next())
      expect(await answer).toEqual({ outcome: 'stopped', reason: 'crash' })
    }
  })
})

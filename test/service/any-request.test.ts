import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Sandbox } from '#service/sandbox.ts'
import { createFakeKernel } from './kernel/fake-kernel.ts'
import { createTestService, post } from './test-service.ts'

const done = { kind: 'exited', code: 0, stdout: new Uint8Array(), stderr: '' } as const
const quick: Sandbox = { run: () => Promise.resolve(done) }
const kernel = createFakeKernel('kasan')
const kernels = { kasan: { ...kernel, environment: () => ({ ...kernel.environment(), compilers: quick }) } }

const whole = {
  ...{ target: 'kernel', language: 'c', action: 'check', variant: 'kasan' },
  ...{ files: { 'driver.c': '', 'main.rs': '', 'driver.rs': '' }, script: '', offsets: [1] },
}
const anyPath = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'main.rs', 'a/b', 'a', '../a', '/a', 'course/a', '.'),
  fc.string(),
)
const anyFiles = fc.dictionary(
  anyPath,
  fc.oneof(fc.string(), fc.constant('#include "constructor"\n'), fc.jsonValue()),
)
/** Requests with some fields that are not as they should be, files of any names among them. */
const anyRequest = fc.oneof(
  fc.jsonValue(),
  fc
    .tuple(fc.constantFrom(...Object.keys(whole)), fc.jsonValue())
    .map(([key, value]) => ({ ...whole, [key]: value })),
  fc.tuple(fc.constantFrom('userspace', 'kernel'), anyFiles).map(([target, files]) => {
    return {
      ...whole,
      target,
      language: target === 'kernel' ? 'c' : 'rust',
      files: { ...whole.files, ...files },
    }
  }),
)

it.each(['/api/compile', '/api/trace'])('%s answers any request, and breaks at none', async (route) => {
  const service = createTestService(quick, { kernels, environment: { RATE_LIMIT: '0' } })
  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      const response = await service.request(route, post(JSON.stringify(request)))
      const text = await response.text()
      expect([200, 400, 413], text).toContain(response.status)
      if (response.status === 400) expect(JSON.parse(text).errors).not.toEqual([])
    }),
    { numRuns: 500 },
  )
})

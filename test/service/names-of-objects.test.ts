import { describe, expect, it } from 'vitest'
import { SourceFiles, type CompileRequest } from '#protocol/compile.ts'
import { createFakeSandbox } from './fake-sandbox.ts'
import { createFakeKernel } from './kernel/fake-kernel.ts'
import { createTestService, post, requestFor } from './test-service.ts'

/** Names that each object of JavaScript has without anybody giving it one. */
const inherited = Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== '__proto__')
const routes = ['/api/compile', '/api/boot', '/api/trace']

describe('a file with a name that each object has', () => {
  it.each(inherited)('reaches the compiler: %s', async (name) => {
    const sandbox = createFakeSandbox()
    const files = { 'main.rs': `include!("${name}");`, [name]: 'fn main() {}' }
    const answer = createTestService(sandbox).request('/api/compile', post(requestFor(files)))
    const job = await sandbox.next()
    expect(Object.entries(job.files)).toEqual(Object.entries(files))
    job.end()
    expect(await (await answer).json()).toMatchObject({ outcome: 'accepted', diagnostics: [] })
  })

  it.each([...inherited, '__proto__'])('may be included by C where it is not there: %s', async (name) => {
    const kernel = createFakeKernel('kasan')
    const service = createTestService(createFakeSandbox(), { kernels: { kasan: kernel } })
    const answer = service.request('/api/compile', post(toDriver(`#include "${name}"\n`)))
    const job = await kernel.compilers.next()
    job.end({ code: 1, stderr: 'driver.c:1:10: fatal error: file not found\n' })
    expect(await (await answer).json()).toMatchObject({ outcome: 'rejected' })
  })

  it.each(routes)('is refused with its field by %s where JavaScript would lose it', async (route) => {
    const request = JSON.stringify({
      ...{ target: 'userspace', language: 'rust', action: 'build', variant: 'kasan' },
      ...{ script: '', offsets: [1], files: { 'main.rs': '', 'driver.rs': '', lost: '' } },
    })
    const body = request.replace('"lost"', '"__proto__"')
    const response = await createTestService(createFakeSandbox()).request(route, post(body))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      errors: [{ field: 'files.__proto__', message: 'the name «__proto__» is taken' }],
    })
  })

  it('changes no object of the service', () => {
    const text = '{"__proto__":{"main.rs":"fn main() {}"},"constructor":{"prototype":{"main.rs":""}}}'
    expect(SourceFiles.safeParse(JSON.parse(text)).success).toBe(false)
    expect('main.rs' in {}).toBe(false)
  })
})

function toDriver(source: string): CompileRequest {
  const files = { 'driver.c': source }
  return { target: 'kernel', language: 'c', action: 'check', variant: 'kasan', files }
}

import { beforeAll, describe, expect, it } from 'vitest'
import { compileModule } from '#service/kernel/compile-module.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { expectSound } from '../service/expect-sound.ts'
import { kernelTimeout, openRealEnvironment } from '../service/kernel/real-kernel.ts'

let kernel: KernelEnvironment

beforeAll(async () => {
  kernel = await openRealEnvironment()
}, kernelTimeout)

describe('a driver that says where it is', () => {
  it.each([
    ...['0', '2147483648', '0 "driver.c"', '99 "driver.c"', '3 ""', '3 "\\n"', '3 "a file:1:1: error: x"'],
    ...['0 "/usr/src/linux/rust/kernel/a.rs"', '3 "__proto__"', `3 "${'a'.repeat(5000)}"`],
  ])('as #line %.40s is refused with a reason that lies in its files', async (directive) => {
    const files = { 'driver.c': `int f(void);\n#line ${directive}\nint f(void) { int unused; return x; }\n` }
    const request = { target: 'kernel', language: 'c', action: 'check', files } as const
    const result = await compileModule(kernel, request)
    if (result.outcome !== 'rejected') throw new Error(`it is not refused: ${JSON.stringify(result)}`)
    expectSound(result.diagnostics, files)
    expect(result.diagnostics.map(({ severity }) => severity)).toContain('error')
  })
})

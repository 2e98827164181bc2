import { beforeAll, describe, expect, it } from 'vitest'
import { compileModule } from '#service/kernel/compile-module.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { kernelTimeout, openRealEnvironment } from '../service/kernel/real-kernel.ts'
import { driverNames, recordOf, toDriverRequest } from './drivers.ts'

let kernel: KernelEnvironment

beforeAll(async () => {
  kernel = await openRealEnvironment()
}, kernelTimeout)

describe('what is recorded of each driver is what the compilers of the toolroom say', () => {
  it.each(driverNames)('%s', async (name) => {
    const { root, ...request } = toDriverRequest(name)
    const result = await compileModule(kernel, request)
    if (result.outcome === 'stopped') throw new Error(`${root}: ${result.reason}`)
    await expect(`${JSON.stringify(result.diagnostics, undefined, 2)}\n`).toMatchFileSnapshot(
      `drivers/${recordOf(name)}`,
    )
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { compile, type Workplace } from '#service/compile.ts'
import { compileModule } from '#service/kernel/compile-module.ts'
import type { KernelWorkplace } from '#service/kernel/kernel-environment.ts'
import { openRealSandbox, toolroomPatience } from '../service/real-toolroom.ts'
import { openRealWorkplace } from '../service/kernel/real-kernel.ts'
import { programNames, toRequest } from './programs.ts'

let userspace: Workplace
let kernel: KernelWorkplace

beforeAll(async () => {
  userspace = { sandbox: await openRealSandbox(), toolchain: 'rustc' }
  kernel = await openRealWorkplace()
}, toolroomPatience)

describe('what is recorded of each program is what the rustc of the toolroom says', () => {
  test.each(programNames)('%s', async (name) => {
    const { root, ...request } = toRequest(name)
    const result =
      request.target === 'kernel' ? await compileModule(kernel, request) : await compile(userspace, request)
    if (result.outcome === 'stopped') throw new Error(`${root}: ${result.reason}`)
    await expect(`${JSON.stringify(result.diagnostics, undefined, 2)}\n`).toMatchFileSnapshot(
      `programs/${name}.json`,
    )
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { compile, type CompilerEnvironment } from '#service/compile.ts'
import { compileModule } from '#service/kernel/compile-module.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { sharedParsers } from '#service/parsing/parser-pool.ts'
import { openRealSandbox, toolroomTimeout } from '../service/real-toolroom.ts'
import { openRealEnvironment } from '../service/kernel/real-kernel.ts'
import { programNames, toRequest } from './programs.ts'

let userspace: CompilerEnvironment
let kernel: KernelEnvironment

beforeAll(async () => {
  userspace = { sandbox: await openRealSandbox(), parsers: sharedParsers, toolchain: 'rustc' }
  kernel = await openRealEnvironment()
}, toolroomTimeout)

describe('what is recorded of each program is what the rustc of the toolroom says', () => {
  it.each(programNames)('%s', async (name) => {
    const { root, ...request } = toRequest(name)
    const result =
      request.target === 'kernel' ? await compileModule(kernel, request) : await compile(userspace, request)
    if (result.outcome === 'stopped') throw new Error(`${root}: ${result.reason}`)
    await expect(`${JSON.stringify(result.diagnostics, undefined, 2)}\n`).toMatchFileSnapshot(
      `programs/${name}.json`,
    )
  })
})

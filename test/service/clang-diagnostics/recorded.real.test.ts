import { beforeAll, describe, expect, it } from 'vitest'
import { toCCheck } from '#service/kernel/c-module-job.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { kernelTimeout, openRealEnvironment } from '../kernel/real-kernel.ts'
import { programNames, readProgram } from './programs.ts'

let place: KernelEnvironment

beforeAll(async () => {
  place = await openRealEnvironment()
}, kernelTimeout)

describe('what is recorded of each driver is what the clang of the toolroom writes', () => {
  it.each(programNames)('%s', async (name) => {
    // Of headers that were compiled before, clang says nothing any more.
    const headers = name === 'kernels-own-warning' ? { get: () => Promise.resolve(undefined) } : place.headers
    const ended = await place.compilers.run(await toCCheck({ ...place, headers }, readProgram(name)))
    if (ended.kind === 'stopped') throw new Error(`stopped: ${ended.reason}`)
    await expect(ended.stderr).toMatchFileSnapshot(`programs/${name}.stderr`)
  })
})

import { expect, it } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import { boot } from '#service/boot/boot.ts'
import { compile } from '#service/compile.ts'
import { compileModule } from '#service/kernel/compile-module.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { linkRefused } from '#service/kernel/link-script.ts'
import { sharedParsers, type ParserName, type ParserPool } from '#service/parsing/parser-pool.ts'
import type { Sandbox } from '#service/sandbox.ts'
import { createFakeMachines, exited } from '../boot/fake-machines.ts'
import { createFakeKernel } from '../kernel/fake-kernel.ts'
import { toElfFile } from '../kernel/elf-file.ts'
import { requestFor } from '../test-service.ts'

const stopped = { outcome: 'stopped', reason: 'output' }
const c = { language: 'c', files: { 'driver.c': '' } } as const

/** Parsers of which one is late each time; the others are the real ones. */
function createLatePool(late: ParserName): ParserPool {
  return {
    parse: (name, input, signal) =>
      name === late
        ? Promise.resolve({ kind: 'stopped', reason: 'output' })
        : sharedParsers.parse(name, input, signal),
  }
}

/** A module that says under which licence it is and needs nothing. */
const module = toElfFile({
  names: 1,
  sections: [
    { type: 0 },
    { type: 3, bytes: Buffer.from('\0.modinfo\0') },
    { type: 1, name: 1, bytes: Buffer.from('license=GPL\0') },
  ],
})

/** A sandbox in which each command ends with that code. */
function createSandbox(code = 0): Sandbox {
  return {
    run: () => Promise.resolve({ kind: 'exited', code, stdout: module, stderr: '' }),
  }
}

function createEnvironment(late: ParserName, code?: number): KernelEnvironment {
  const sandbox = createSandbox(code)
  const machines = createFakeMachines({ console: ['# insmod driver.ko\n'], ended: exited })
  const environment = createFakeKernel('kasan').environment()
  return { ...environment, compilers: sandbox, machines, parsers: createLatePool(late) }
}

it('a program whose messages cannot be read in time is stopped, for it has too many', async () => {
  const environment = {
    sandbox: createSandbox(),
    parsers: createLatePool('rustc'),
    toolchain: 'rustc 1.85.1',
  }
  expect(await compile(environment, requestFor('fn main() {}'))).toEqual(stopped)
})

it.each(['check', 'build'] as const)('so is the %s of a module, by either language', async (action) => {
  const request = { target: 'kernel', action } as const
  expect(await compileModule(createEnvironment('clang'), { ...request, ...c })).toEqual(stopped)
  const rust = { language: 'rust', files: { 'driver.rs': '' } } as const
  expect(await compileModule(createEnvironment('rustc'), { ...request, ...rust })).toEqual(stopped)
})

it('so is a module that is too large to be looked through', async () => {
  const request = { target: 'kernel', action: 'build', ...c } as const
  expect(await compileModule(createEnvironment('moduleNeeds'), request)).toEqual(stopped)
})

it('so is one that the linker has too much to say of', async () => {
  const request = { target: 'kernel', action: 'build', ...c } as const
  expect(await compileModule(createEnvironment('linker', linkRefused), request)).toEqual(stopped)
})

it('a boot whose console cannot be read in time ends so, behind what the console showed', async () => {
  const events: BootEvent[] = []
  const request = { ...c, variant: 'kasan', script: 'insmod driver.ko' } as const
  await boot(createEnvironment('kernelLog'), request, (event) => events.push(event))
  expect(events.map(({ kind }) => kind)).toEqual(['building', 'built', 'console', 'stopped'])
  expect(events.at(-1)).toEqual({ kind: 'stopped', reason: 'output' })
})

import type { Variant } from '#protocol/compile.ts'
import { defaultVariant } from '#protocol/variants.ts'
import { sharedParsers } from '#service/parsing/parser-pool.ts'
import { createModuleCache } from '#service/kernel/module-cache.ts'
import type { KernelRoom } from '#service/kernel/kernel-room.ts'
import type { Kernel } from '#service/kernel/kernel-environment.ts'
import { createFakeSandbox, type FakeSandbox } from '../fake-sandbox.ts'

/** A room as the toolroom describes it, with few of the flags. */
export function createFakeRoom(variant: Variant = defaultVariant): KernelRoom {
  return {
    version: '7.3.4',
    release: '7.3.4-course',
    variant,
    name: `Linux 7.3.4 with ${variant}`,
    rustc: '1.85.1',
    clang: '19.1.7',
    directory: '/usr/src/build',
    rust: { environment: { OBJTREE: '/usr/src/build' }, arguments: ['--edition=2021'] },
    c: {
      arguments: [
        '-include',
        '/usr/src/linux/kconfig.h',
        '-fno-builtin',
        '-mllvm',
        '-asan-stack=0',
        '-DNAME="driver"',
      ],
    },
    link: { arguments: ['-r'] },
    modules: { driver: 'driver.mod.o', common: 'common.o' },
  }
}

/** A kernel that is ready, whose compilers wait for the test to end their jobs. */
export function createFakeKernel(variant: Variant): Kernel & { compilers: FakeSandbox } {
  const compilers = createFakeSandbox()
  const environment = {
    room: createFakeRoom(variant),
    exports: new Map(),
    modules: createModuleCache(),
    headers: { get: () => Promise.resolve(undefined) },
    initramfs: () => Promise.resolve('busybox and the first program'),
    compilers,
    machines: compilers,
    shells: compilers,
    parsers: sharedParsers,
  }
  return {
    compilers,
    status: () => ({ state: 'ready', toolchain: 'rustc 1.85.1, Linux 7.3.4' }),
    environment: () => environment,
  }
}

import { describe, expect, it } from 'vitest'
import { courseFile, toCFlags } from '#service/kernel/c-flags.ts'
import { toCBuild, toCCheck } from '#service/kernel/c-module-job.ts'
import { compileAndLink } from '#service/kernel/link-script.ts'
import { toLinkerErrors } from '#service/kernel/linker-errors.ts'
import { toRustBuild, toRustCheck, toRustLint } from '#service/kernel/rust-module-job.ts'
import { createFakeKernel, createFakeRoom } from './fake-kernel.ts'

const room = createFakeRoom()
const rust = { 'driver.rs': '// $(reboot)' }
const c = { 'driver.c': '#include <linux/module.h>\n' }

describe('the commands for Rust', () => {
  it("check with Kbuild's flags and surroundings, without generating code", () => {
    const { command } = toRustCheck(room, rust)
    expect(command.slice(0, 5)).toEqual([
      'busybox',
      'env',
      'OBJTREE=/usr/src/build',
      'rustc',
      '--edition=2021',
    ])
    expect(command.join(' ')).toContain('--emit metadata=')
  })

  it("lint by clippy, with the settings of the kernel's tree and the rules of the course", () => {
    const words = toRustLint(room, rust).command.join(' ')
    expect(words).toContain('CLIPPY_CONF_DIR=/usr/src/linux clippy-driver --edition=2021 -W unsafe_code')
  })

  it('build with debug information, and keep the files apart from the shell', () => {
    const { command } = toRustBuild(room, rust)
    expect(command.join(' ')).toContain('-Cdebuginfo=line-tables-only')
    expect(command.join(' ')).not.toContain('reboot')
  })
})

describe('the commands for C', () => {
  it('show KASAN the stack of a module and what the string functions do', () => {
    const flags = toCFlags(room)
    expect(flags).toContain('-asan-stack=1')
    expect(flags).not.toContain('-asan-stack=0')
    expect(flags.indexOf('-fbuiltin')).toBeGreaterThan(flags.indexOf('-fno-builtin'))
  })

  it('use a precompiled header in place of the headers that are included first', async () => {
    const place = createFakeKernel('kasan').environment()
    const headers = { get: () => Promise.resolve({ path: '/cache/headers/a.pch', hold: () => () => {} }) }
    const plain = await toCCheck(place, c)
    const { command, files } = await toCBuild({ ...place, headers }, c)
    expect(plain.command).toContain('/usr/src/linux/kconfig.h')
    expect(command.join(' ')).not.toContain('/usr/src/linux/kconfig.h')
    expect(command.join(' ')).toContain(`'-include-pch' '${courseFile.precompiled}'`)
    expect(Object.keys(files)).toEqual(['driver.c', ...Object.values(courseFile)])
  })
})

it('a module is linked with what Kbuild adds to it', () => {
  const [, , , script] = compileAndLink(room, [{ command: ['clang', "it's"], object: '/tmp/0.o' }])
  expect(script).toContain(String.raw`'clang' 'it'\''s' || refused=$?`)
  expect(script).toContain("'/tmp/0.o' 'driver.mod.o' 'common.o' || exit 3")
})

it('the quick linker links, and what it refuses the other one tells', () => {
  const [, , , script = ''] = compileAndLink(room, [{ command: ['clang'], object: '/tmp/0.o' }])
  const [quick, telling] = script
    .split('\n')
    .find((line) => line.includes('ld.bfd'))!
    .split(' || ')
  expect(quick).toMatch(/^'ld\.bfd' .* 2>\/dev\/null$/)
  expect(telling).toMatch(/^'ld\.lld' .*'common\.o'$/)
})

it('what the linker refuses is told', () => {
  const stderr =
    'ld.lld: error: duplicate symbol: __this_module\n>>> defined at driver.c:2 (/work/driver.c:2)\n'
  expect(toLinkerErrors(stderr, { 'driver.c': '\nint __this_module;' })).toMatchObject([
    {
      ...{ message: 'duplicate symbol: __this_module', code: 'ld.lld' },
      spans: [{ file: 'driver.c', start: { line: 2 }, label: 'defined here' }],
    },
  ])
})

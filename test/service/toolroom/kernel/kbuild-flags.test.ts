import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toCFlags, toLinkFlags, toRustFlags } from '#service/toolroom/kernel/kbuild-flags.ts'

/** What `make V=1` said of two modules. */
const rust = read('make-rust.txt')
const c = read('make-c.txt')

describe("Kbuild's flags", () => {
  it('of rustc are all but what goes in and comes out', () => {
    const { environment, arguments: flags } = toRustFlags(rust)
    expect(environment).toEqual({
      OBJTREE: '/usr/src/kasan',
      RUST_MODFILE: './driver',
      RUSTC_BOOTSTRAP: '1',
    })
    expect(flags[0]).toBe('--edition=2021')
    expect(flags.at(-1)).toBe('--sysroot=/dev/null')
    expect(flags).toContain('-Ccode-model=large')
    expect(flags).toContain(
      '-Zcrate-attr=feature(arbitrary_self_types,asm_goto,generic_arg_infer,used_with_arg)',
    )
    expect(flags.filter((flag) => /out-dir|^\.\/$|--emit|driver|dep_depinfo/.test(flag))).toEqual([])
  })

  it('of clang are all but what goes in and comes out', () => {
    const { environment, arguments: flags } = toCFlags(c)
    expect(environment).toEqual({})
    expect(flags[0]).toBe('-nostdinc')
    expect(flags).toContain('-DKBUILD_MODNAME="driver"')
    expect(flags.filter((flag) => /^(-c|-o|driver\.[co])$|-MMD/.test(flag))).toEqual([])
  })

  it('of the linker are all but what goes in and comes out', () => {
    expect(toLinkFlags(c)).toEqual({
      environment: {},
      arguments: [
        ...['-r', '-m', 'elf_x86_64', '-z', 'noexecstack', '--build-id=sha1', '--force-group-allocation'],
        ...['-T', '/usr/src/kasan/scripts/module.lds'],
      ],
    })
  })

  it('cannot be had from a build that said nothing', () => {
    expect(() => toRustFlags(c)).toThrow('Kbuild did not say how it compiles a module')
  })
})

function read(name: string): string[] {
  return readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8').split('\n')
}

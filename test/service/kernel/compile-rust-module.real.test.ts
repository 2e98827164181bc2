import { describe, expect, it } from 'vitest'
import { at, rust, useDriverCompiler } from './any-driver.ts'

const { compile, errorsOf } = useDriverCompiler()

describe('Rust against the real kernel crate', () => {
  it('is accepted, by the compiler and the kernel that are named', async () => {
    const result = await compile('check', rust())
    expect(result).toMatchObject({
      outcome: 'accepted',
      diagnostics: [],
      toolchain: expect.stringMatching(/^rustc 1\.85\.1, Linux 7\.3\.\d+$/),
      cached: false,
    })
    expect(await compile('check', rust())).toMatchObject({ outcome: 'accepted', cached: true })
  })

  it('is refused as anywhere, with the spans of the borrow', async () => {
    const [error] = await errorsOf('check', rust('let held = KVec::<u8>::new();\ndrop(held);\ndrop(held);'))
    expect(error).toMatchObject({ code: 'E0382', spans: expect.arrayContaining([at(18, 6)]) })
  })

  it('is told of the kernel crate by the path in the tree', async () => {
    const source = rust('let shared: kernel::sync::Arc<u32> = kernel::sync::Arc::new(1)?;\ndrop(shared);')
    const [error] = await errorsOf('check', source)
    expect(error!.children.flatMap(({ spans }) => spans)).toContainEqual(
      expect.objectContaining({ file: 'rust/kernel/sync/arc.rs', external: true }),
    )
  })

  it('is refused for a sum that overflows', async () => {
    const source = rust('let most: u8 = 255;\npr_info!("{}", most + 1);')
    expect(await errorsOf('build', source)).toMatchObject([
      { code: 'arithmetic_overflow', spans: [at(17, 16)] },
    ])
  })

  it('is only for the linker to find: a build_assert! that does not hold, on the line that asks too much', async () => {
    const source = rust(
      'bounded(module.as_ptr() as usize);',
      '#[inline(always)]\nfn bounded(n: usize) {\n    build_assert!(n < 10);\n}',
    )
    expect(await compile('check', source)).toMatchObject({ outcome: 'accepted' })
    expect(await errorsOf('build', source)).toMatchObject([
      {
        code: 'build_error',
        spans: [
          { file: 'driver.rs', start: { line: 14, column: 5 }, primary: true },
          { file: 'driver.rs', start: { line: 20, column: 1 }, primary: false, label: 'called from here' },
          // `module!` calls it.
          { file: 'driver.rs', start: { line: 4, column: 1 }, primary: false, label: 'called from here' },
        ],
        children: [{ message: 'modpost: "rust_build_error" [driver.ko] undefined!' }],
      },
    ])
  })

  it('is refused for a symbol that the kernel does not give to modules', async () => {
    const source = rust(
      '// SAFETY: It is not there.\nunsafe { not_there() };',
      'unsafe extern "C" {\n    fn not_there();\n}',
    )
    expect(await errorsOf('build', source)).toMatchObject([
      {
        code: 'modpost',
        message: '"not_there" [driver.ko] undefined!',
        spans: [{ start: { line: 20 } }, { start: { line: 4 } }],
      },
    ])
  })

  it('is refused under a licence that the kernel crate is not for', async () => {
    const files = { 'driver.rs': rust('pr_info!("here\\n");')['driver.rs'].replace('"GPL"', '"Proprietary"') }
    const errors = await errorsOf('build', files)
    expect(errors[0]!.message).toMatch(/^GPL-incompatible module driver\.ko uses GPL-only symbol '/)
  })

  it("is linted with the kernel's own lints and the course's", async () => {
    const source = rust(
      'unsafe { core::hint::unreachable_unchecked() };\nlet list = [1];\nlist[module.as_ptr() as usize];',
    )
    const result = await compile('lint', source)
    if (result.outcome === 'stopped') throw new Error(result.reason)
    const found = result.diagnostics.map(({ code, spans }) => [code, spans[0]?.start.line])
    expect(found).toEqual(
      expect.arrayContaining([
        ['clippy::undocumented_unsafe_blocks', 16],
        ['unsafe_code', 16],
        ['clippy::indexing_slicing', 18],
      ]),
    )
  })

  it("is not blamed for what the kernel's macros do", async () => {
    expect(await compile('lint', rust('pr_info!("loaded\\n");'))).toMatchObject({ diagnostics: [] })
  })

  it('may have modules of its own', async () => {
    const files = {
      ...rust('ring::push();', 'mod ring;'),
      'ring.rs': '//! A ring.\npub(crate) fn push() {}\n',
    }
    expect(await compile('build', files)).toMatchObject({ outcome: 'accepted', diagnostics: [] })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Action, CompileRequest, CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { createFakeSandbox } from '../fake-sandbox.ts'
import { compileWith, createTestService, type TestService } from '../test-service.ts'
import { kernelTimeout, openRealKernel } from './real-kernel.ts'

let app: TestService

beforeAll(async () => {
  app = createTestService(createFakeSandbox(), { kernels: { kasan: await openRealKernel() } })
}, kernelTimeout)

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

describe("C with the kernel's flags and headers", () => {
  it('is accepted, by the compiler and the kernel that are named', async () => {
    for (const action of ['check', 'lint', 'build'] as const) {
      expect(await compile(action, c('return 0;'))).toMatchObject({
        outcome: 'accepted',
        diagnostics: [],
        toolchain: expect.stringMatching(/^clang 19\.1\.7, Linux 7\.3\.\d+$/),
      })
    }
  })

  it('is refused on its line', async () => {
    expect(await errorsOf('check', c('return missing;'))).toMatchObject([
      { message: "use of undeclared identifier 'missing'", spans: [at(5, 9)] },
    ])
  })

  it('finds no header that the driver does not ask for', async () => {
    const others = c('return misc_register(0);', '#include <linux/miscdevice.h>')
    expect(await compile('check', others)).toMatchObject({ outcome: 'accepted' })
    expect(await errorsOf('check', c('return misc_register(0);'))).toMatchObject([
      { code: '-Wimplicit-function-declaration' },
    ])
  })

  it('may define what a header reads, before it asks for the header', async () => {
    const { 'driver.c': driver } = c('pr_info("loaded\\n");\n\treturn 0;')
    const first = { 'driver.c': `#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt\n${driver}` }
    expect(await compile('check', first)).toMatchObject({ outcome: 'accepted', diagnostics: [] })
  })

  it('is refused for a function that the kernel does not give to modules', async () => {
    const errors = await errorsOf('build', c('return not_there();', 'int not_there(void);'))
    expect(errors).toMatchObject([
      { code: 'modpost', message: '"not_there" [driver.ko] undefined!', spans: [at(6, 2)] },
    ])
  })

  it('needs a licence', async () => {
    const files = { 'driver.c': c('return 0;')['driver.c'].replace(/MODULE_LICENSE.*/, '') }
    expect(await errorsOf('build', files)).toMatchObject([
      { message: 'missing MODULE_LICENSE() in driver.o' },
    ])
  })

  it('may have headers of its own', async () => {
    const files = { ...c('return RING;', '#include "ring.h"'), 'ring.h': '#define RING 0\n' }
    expect(await compile('build', files)).toMatchObject({ outcome: 'accepted' })
  })
})

const bombs = [
  {
    name: 'a crash of clang',
    files: c('return 0;', '#pragma clang __debug crash'),
    stopped: { action: 'check', reason: 'crash' },
  },
  {
    name: 'a value for each of a billion',
    files: c('return 0;', 'char x[] = { [0 ... 0x3fffffff] = 1 };'),
    stopped: { action: 'check', reason: 'memory' },
  },
  {
    name: 'four gigabytes of zeros',
    files: c('return 0;', 'char big[0x100000000UL] = { 1 };'),
    stopped: { action: 'build', reason: 'output' },
  },
] as const

describe('programs that are too much for the compiler', () => {
  it.each(bombs)('are stopped: $name', async ({ files, stopped: { action, reason } }) => {
    expect(await compile(action, files)).toEqual({ outcome: 'stopped', reason })
  })

  it.each([
    ['endless constants', rust('const { loop {} };')],
    ['a driver that includes itself', c('return 0;', '#include "driver.c"')],
    ['a file of the machine', c('return 0;', '#include "/etc/passwd"')],
  ])('are refused: %s', async (_name, files) => {
    expect(await compile('check', files)).toMatchObject({ outcome: 'rejected' })
  })
})

async function compile(action: Action, files: SourceFiles): Promise<CompileResult> {
  const language = 'driver.c' in files ? 'c' : 'rust'
  const request: CompileRequest = { target: 'kernel', language, action, files, variant: 'kasan' }
  return compileWith(app, request)
}

async function errorsOf(action: Action, files: SourceFiles): Promise<Diagnostic[]> {
  const result = await compile(action, files)
  if (result.outcome !== 'rejected') throw new Error(JSON.stringify(result))
  return result.diagnostics.filter(({ severity }) => severity === 'error')
}

function at(line: number, column: number): object {
  return expect.objectContaining({ start: { line, column } })
}

/** A module whose `init` begins with those statements, unindented, in line 16 if nothing stands before it. */
function rust(statements = '', items = ''): SourceFiles & { 'driver.rs': string } {
  return {
    'driver.rs': `// SPDX-License-Identifier: GPL-2.0
//! A demonstration.
use kernel::prelude::*;
module! {
    type: Demo,
    name: "driver",
    authors: ["No Oops"],
    description: "A demonstration",
    license: "GPL",
}
struct Demo;
${items === '' ? '' : `${items}\n`}
impl kernel::Module for Demo {
    fn init(module: &'static ThisModule) -> Result<Self> {
        let _ = module;
${statements}
        Ok(Demo)
    }
}
`,
  }
}

/** A module whose `init` is that one line of code. */
function c(statement: string, before = ''): SourceFiles & { 'driver.c': string } {
  return {
    'driver.c': `// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
${before === '' ? '' : `${before}\n`}static int __init demo_init(void)
{
	${statement}
}
module_init(demo_init);
MODULE_DESCRIPTION("A demonstration");
MODULE_LICENSE("GPL");
`,
  }
}

import { beforeAll, describe, expect, it } from 'vitest'
import type { Language, SourceFiles } from '#protocol/compile.ts'
import type { InspectResult } from '#protocol/inspect.ts'
import { createFakeSandbox } from '../fake-sandbox.ts'
import { createTestService, post, type TestService } from '../test-service.ts'
import { kernelTimeout, openRealKernel } from './real-kernel.ts'

let app: TestService

beforeAll(async () => {
  app = createTestService(createFakeSandbox(), { kernels: { kasan: await openRealKernel() } })
}, kernelTimeout)

describe('the sizes of a module', () => {
  it('name each function in C, as large as an x86 kernel has it', async () => {
    const { functions, bytes } = await sizesOf('c', { 'driver.c': c })
    const sum = functions.find(({ name }) => name === 'sum')!
    expect(sum.bytes).toBeGreaterThan(10)
    expect(sum.bytes).toBeLessThan(200)
    expect(bytes).toBeGreaterThan(sum.bytes)
  })

  it('do not hold what KASAN adds to watch each access', async () => {
    const { functions } = await sizesOf('c', { 'driver.c': c })
    expect(functions.filter(({ name }) => /asan/.test(name))).toEqual([])
  })

  it('have a generic function of Rust once for each of its types', async () => {
    const { functions } = await sizesOf('rust', { 'driver.rs': rust })
    expect(functions.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['driver::sum::<u8>', 'driver::sum::<u16>']),
    )
  })

  it('are not told of a driver that is refused', async () => {
    const files = { 'driver.c': c.replace('return total;', 'return totl;') }
    expect(await inspect('c', files)).toMatchObject({
      outcome: 'rejected',
      diagnostics: [{ severity: 'error' }],
    })
  })
})

async function inspect(language: Language, files: SourceFiles): Promise<InspectResult> {
  const response = await app.request('/api/inspect', post({ language, files }))
  expect(response.status).toBe(200)
  return response.json() as Promise<InspectResult>
}

async function sizesOf(language: Language, files: SourceFiles) {
  const result = await inspect(language, files)
  if (result.outcome === 'accepted') return result
  throw new Error(JSON.stringify(result))
}

const c = `// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>

static noinline u32 sum(const u8 *from, size_t count)
{
	u32 total = 0;

	while (count--)
		total = total * 31 + *from++;
	return total;
}

static int __init demo_init(void)
{
	pr_info("%u\\n", sum((const u8 *)THIS_MODULE->name, sizeof(THIS_MODULE->name)));
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Sizes");
`

const rust = `//! Sizes.
use kernel::prelude::*;

module! {
    type: Demo,
    name: "driver",
    authors: ["A"],
    description: "Sizes",
    license: "GPL",
}

struct Demo;

#[inline(never)]
fn sum<T: Copy + Into<u32>>(from: &[T]) -> u32 {
    from.iter().fold(0, |total, &item| total ^ item.into())
}

impl kernel::Module for Demo {
    fn init(module: &'static ThisModule) -> Result<Self> {
        let seed = module.as_ptr() as usize;
        pr_info!("{}\\n", sum(&[seed as u8; 9]) + sum(&[seed as u16; 5]));
        Ok(Demo)
    }
}
`

import { beforeAll, describe, expect, it } from 'vitest'
import type { Language, SourceFiles } from '#protocol/compile.ts'
import { InspectResult } from '#protocol/inspect.ts'
import { kernelTimeout, openRealKernels } from './real-kernel.ts'
import { openRealSandbox } from '../real-toolroom.ts'
import { createTestService, post, type TestService } from '../test-service.ts'

let app: TestService

beforeAll(async () => {
  app = createTestService(await openRealSandbox(), { kernels: await openRealKernels() })
}, kernelTimeout)

const c = `#include <linux/module.h>

static noinline int twice(int n)
{
	OPTIMIZER_HIDE_VAR(n);
	return n * 2;
}

static int demo_init(void)
{
	pr_info("%d\\n", twice(21));
	return 0;
}

static void demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_LICENSE("GPL");
`

const rust = `//! A module.

use kernel::prelude::*;

module! {
    type: Demo,
    name: "demo",
    authors: ["Somebody"],
    description: "says a number",
    license: "GPL",
}

struct Demo;

impl kernel::Module for Demo {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        pr_info!("{}\\n", twice(21));
        Ok(Demo)
    }
}

#[inline(never)]
fn twice(n: i32) -> i32 {
    core::hint::black_box(n) * 2
}
`

type Accepted = Extract<InspectResult, { outcome: 'accepted' }>

async function inspect(body: { language: Language; files: SourceFiles; [more: string]: unknown }) {
  const response = await app.request('/api/inspect', post(body))
  return InspectResult.parse(await response.json())
}

async function accepted(body: Parameters<typeof inspect>[0]): Promise<Accepted> {
  const result = await inspect(body)
  if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result))
  return result
}

describe.each(['kasan', 'lockdep'])('the code of a module for the kernel with %s', (variant) => {
  it('has the assembly of a function in C that is asked for, with its lines', async () => {
    const body = { language: 'c', files: { 'driver.c': c }, variant } as const
    const { functions, assembly: none } = await accepted(body)
    expect(functions.map(({ name }) => name)).toContain('twice')
    expect(none).toBeUndefined()
    const { assembly } = await accepted({ ...body, function: 'twice' })
    expect(assembly!.lines).toContainEqual({ text: 'retq', file: 'driver.c', line: 6 })
  })

  it('has those of the Rust by the names of its source', async () => {
    const body = { language: 'rust', files: { 'driver.rs': rust }, variant } as const
    const { functions } = await accepted(body)
    expect(functions.map(({ name }) => name)).toContain('driver::twice')
    const { assembly } = await accepted({ ...body, function: 'driver::twice' })
    expect(assembly!.lines).toContainEqual({ text: 'retq', file: 'driver.rs', line: 25 })
  })
})

describe('what has no code', () => {
  it('is refused with the words of the compiler', async () => {
    const files = { 'driver.c': c.replace('n * 2', 'm * 2') }
    expect(await inspect({ language: 'c', files })).toMatchObject({
      outcome: 'rejected',
      diagnostics: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]),
    })
  })

  it('such as a function that is not there, has no assembly', async () => {
    const body = { language: 'c', files: { 'driver.c': c }, function: 'thrice' } as const
    expect(await accepted(body)).not.toHaveProperty('assembly')
  })
})

it('assembly by hand can pretend what it likes, and is read', async () => {
  const lines = ['.type x,@function', 'x:', 'nop', '.size x, 1', '.type y,@function', 'y:', '.size x, 2']
  const hand = `asm("${lines.join('\\n')}");`
  const { functions } = await accepted({ language: 'c', files: { 'driver.c': `${c}\n${hand}\n` } })
  expect(functions.map(({ name }) => name)).toContain('twice')
})

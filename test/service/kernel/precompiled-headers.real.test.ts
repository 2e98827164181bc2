import { beforeAll, describe, expect, it } from 'vitest'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { compileModule } from '#service/kernel/compile-module.ts'
import { kernelTimeout, openRealEnvironment } from './real-kernel.ts'

let place: KernelEnvironment

beforeAll(async () => {
  place = await openRealEnvironment()
}, kernelTimeout)

describe('assertions of a driver behind precompiled headers', () => {
  it('are not taken for those of the headers', async () => {
    const result = await build('READ_ONCE(driver_loaded)')
    expect(result).toMatchObject({ outcome: 'accepted', diagnostics: [] })
  })

  it('fail with their own words', async () => {
    const result = await build('({ BUILD_BUG_ON_MSG(sizeof(int) == 4, "int is too short"); 0; })')
    if (result.outcome !== 'rejected') throw new Error('it should be refused')
    expect(result.diagnostics.map(({ message }) => message).join()).toContain('int is too short')
  })
})

function build(value: string) {
  const files = {
    'driver.c': `#include <linux/list.h>
#include <linux/module.h>
static int driver_loaded;
static int __init driver_init(void)
{
	driver_loaded = 1;
	return ${value} ? 0 : -EINVAL;
}
module_init(driver_init);
static void __exit driver_exit(void)
{
}
module_exit(driver_exit);
MODULE_DESCRIPTION("Asserts");
MODULE_LICENSE("GPL");
`,
  }
  return compileModule(place, { target: 'kernel', language: 'c', action: 'build', files })
}

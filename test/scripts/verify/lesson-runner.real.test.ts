import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { byVariant } from '#protocol/variants.ts'
import { createBubblewrapSandbox } from '#service/bubblewrap/bubblewrap.ts'
import { sharedParsers } from '#service/parsing/parser-pool.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { findMissing, parseBootScript } from '#course/boot-script.ts'
import { consoleOf, reportsOf } from '#protocol/boot-events.ts'
import { createProofCache } from '#scripts/verify/proof-cache.ts'
import { createLessonRunner, type LessonRunner } from '#scripts/verify/runner/lesson-runner.ts'
import { kernelTimeout, openRealKernel } from '../../service/kernel/real-kernel.ts'

let folder: string
let runner: LessonRunner

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'no-oops-proofs-'))
  const { root, make } = openToolroom()
  expect(await make()).toMatchObject({ state: 'ready' })
  const sandbox = createBubblewrapSandbox({ root })
  const userspace = { sandbox, parsers: sharedParsers, toolchain: 'rustc 1.85.1' }
  const kasan = { key: 'test', environment: (await openRealKernel()).environment }
  const environments = { userspace, kernels: byVariant(() => kasan) }
  runner = createLessonRunner(environments, createProofCache(folder, 'test'))
}, kernelTimeout)

afterAll(() => rm(folder, { recursive: true }))

const program = { target: 'userspace', language: 'rust' } as const

describe('the real runner does what the fake one pretends', () => {
  it('refuses with the code that rustc gives', async () => {
    const files = { 'main.rs': 'fn main() {\n    let a: u8 = "a";\n}\n' }
    expect(await runner.compile({ ...program, action: 'check', files })).toMatchObject({
      outcome: 'rejected',
      diagnostics: [{ code: 'E0308' }],
    })
  })

  it('says what rustfmt would change, and nothing of a text that is formatted', async () => {
    expect(await runner.format('fn main() {}\n')).toBe('')
    expect(await runner.format('fn main() {\nlet a = 1;\n}\n')).toContain('+    let a = 1;')
  })

  it('fails on what rustfmt cannot read', async () => {
    await expect(runner.format('fn main( {')).rejects.toThrow(/rustfmt could not read it/)
  })

  it('runs each test by itself: a panic fails only its own', async () => {
    const tests =
      'use super::*;\n#[test]\nfn holds() { one(); }\n#[test]\nfn panics() { assert_eq!(one(), 2); }\n'
    const files = { 'main.rs': 'fn one() -> u8 { 1 }\nfn main() { one(); }\n', 'tests.rs': tests }
    const built = await runner.compile({ ...program, action: 'build', files })
    if (built.outcome !== 'accepted') throw new Error('it should compile')
    const results = await runner.runTests(built.artifact!)
    expect(results.map(({ name, passed }) => [name, passed])).toEqual([
      ['holds', true],
      ['panics', false],
    ])
    expect(results[1]!.output).toMatch(/tests\.rs:5.*\n.*left == right/)
  })
  it('checks a module against the kernel', async () => {
    const module = { target: 'kernel', language: 'rust', action: 'check', variant: 'kasan' } as const
    const files = { 'driver.rs': 'use kernel::no_such_thing;\n' }
    expect(await runner.compile({ ...module, files })).toMatchObject({
      outcome: 'rejected',
      toolchain: 'rustc 1.85.1, Linux 7.3.4',
      diagnostics: [{ code: 'E0432' }],
    })
  })

  it('boots a driver, and tells its report with the line and the console in one piece', async () => {
    const script = 'insmod driver.ko\nrmmod driver'
    const files = { 'driver.c': useAfterFree }
    const events = await runner.boot({ language: 'c', variant: 'kasan', files, script })
    expect(events.map(({ kind }) => kind)).toEqual(['building', 'built', 'console', 'report', 'finished'])
    expect(reportsOf(events)).toMatchObject([
      { kind: 'kasan', spans: [{ file: 'driver.c', start: { line: 9 }, primary: true }, {}, {}] },
    ])
    expect(findMissing(parseBootScript('#= was\n#= gone'), consoleOf(events))).toEqual([])
  })
})

const useAfterFree = `#include <linux/module.h>
#include <linux/slab.h>
static int __init driver_init(void)
{
	int *number = kzalloc(sizeof(*number), GFP_KERNEL);
	if (!number)
		return -ENOMEM;
	kfree(number);
	pr_info("was %s\\n", READ_ONCE(*number) ? "set" : "zero");
	return 0;
}
module_init(driver_init);
static void __exit driver_exit(void)
{
	pr_info("gone\\n");
}
module_exit(driver_exit);
MODULE_DESCRIPTION("Reads what it has freed");
MODULE_LICENSE("GPL");
`

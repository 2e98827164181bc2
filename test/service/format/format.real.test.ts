import { beforeAll, describe, expect, it } from 'vitest'
import { format } from '#service/format/format.ts'
import type { Sandbox } from '#service/sandbox.ts'
import { openRealSandbox, toolroomTimeout } from '../real-toolroom.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await openRealSandbox()
}, toolroomTimeout)

const formatRust = (text: string) => format(sandbox, { files: { 'main.rs': text } })

describe('rustfmt', () => {
  it('formats everything in the sandbox, macros included, and leaves what is formatted', async () => {
    const text =
      'macro_rules! m{($a:expr)=>{println!( "{}",$a )}}\nfn main( ){ m!( vec![1,2 ,3] );\nprintln!( "{}" ,1 ) }\n'
    const formatted = `macro_rules! m {
    ($a:expr) => {
        println!("{}", $a)
    };
}
fn main() {
    m!(vec![1, 2, 3]);
    println!("{}", 1)
}
`
    const result = { outcome: 'formatted', files: { 'main.rs': formatted } }
    expect(await formatRust(text)).toEqual(result)
    expect(await formatRust(formatted)).toEqual(result)
  })

  it('says why it cannot read a text, and which of several', async () => {
    const result = await format(sandbox, { files: { 'main.rs': 'fn main() {}\n', 'ring.rs': 'fn main( {' } })
    expect(result).toMatchObject({
      ...{ outcome: 'rejected', file: 'ring.rs' },
      message: expect.stringContaining('unclosed delimiter'),
    })
  })

  it('knows the editions', async () => {
    const files = { 'main.rs': 'async fn wait() {}\n' }
    expect(await format(sandbox, { files, edition: '2024' })).toEqual({ outcome: 'formatted', files })
    expect(await format(sandbox, { files, edition: '2015' })).toMatchObject({ outcome: 'rejected' })
  })

  it('reads no file that a text names', async () => {
    const text = '#[path = "/usr/lib/os-release"]\nmod release;\n'
    expect(await formatRust(text)).toEqual({ outcome: 'formatted', files: { 'main.rs': text } })
  })

  it.each([
    ['is formatted up to a depth that nobody writes', 500, 'formatted'],
    ['stops it where it is too deep for the stack', 20_000, 'stopped'],
  ])('What is nested %s', async (_, depth, outcome) => {
    const text = `fn main() {\n    let _ = ${'('.repeat(depth)}1${')'.repeat(depth)};\n}\n`
    expect(await formatRust(text)).toMatchObject({ outcome })
  })
})

describe('clang-format', () => {
  const driver = `#include <linux/module.h>

static int demo_read(struct demo *demo, char *buffer, size_t count)
{
	struct entry *entry;

	guard(mutex)(&demo->lock);
	list_for_each_entry(entry, &demo->entries, node) {
		if (entry->length > count)
			return -EINVAL;
	}
	return 0;
}

MODULE_LICENSE("GPL");
`

  it('leaves C that is in the style of the kernel, its loops and guards included', async () => {
    const files = { 'driver.c': driver }
    expect(await format(sandbox, { files })).toEqual({ outcome: 'formatted', files })
  })

  it('brings other C into it, and a header', async () => {
    const other = driver.replaceAll('\t', '  ').replaceAll(' {\n', '\n    {\n').replaceAll(', ', ' ,')
    const files = { 'driver.c': other, 'demo.h': 'struct demo { int a ; };\n' }
    expect(await format(sandbox, { files })).toEqual({
      outcome: 'formatted',
      files: { 'driver.c': driver, 'demo.h': 'struct demo {\n\tint a;\n};\n' },
    })
  })

  it('is stopped, or ends, with a text that no compiler would read', async () => {
    const deep = `int a = ${'('.repeat(30_000)}1;\n`
    const result = await format(sandbox, { files: { 'driver.c': deep } })
    expect(['formatted', 'stopped']).toContain(result.outcome)
  })
})

/** Makes a userspace program of an excerpt: statements get a `main`. */
export function toProgram(code: string): string {
  return /^\s*(pub )?fn main\(/m.test(code) ? code : `fn main() {\n${code}\n}\n`
}

/** Makes a module of an excerpt: whole ones stay as they are, items get what `pr_info!` asks of the crate, statements a function. */
export function toModule(code: string): string {
  if (/^(module|kernel::module_\w+|module_\w+)! ?\{/m.test(code)) return code
  const uses = code.split('\n').filter((line) => /^use [^{]*;$/.test(line))
  const body = code.replace(/^use [^{\n]*;$/gm, '')
  const items = isItem(body) ? body : toFunction(body)
  return ['#[allow(unused_imports)]', 'use kernel::prelude::*;', ...uses, logPrefix, items].join('\n')
}

const logPrefix = '#[allow(dead_code)]\nconst __LOG_PREFIX: &[u8] = b"driver\\0";'

/** Tells whether an excerpt is items, and not statements. */
export function isItem(body: string): boolean {
  const [first = ''] = body.split('\n').filter((line) => /^[^\s/#]/.test(line))
  return /^(pub|unsafe impl|fn|struct|enum|impl|trait|static|const|type|mod|kernel::|macro_rules!)\b/.test(
    first,
  )
}

/** Excerpts use `?`; one that does not end in a value ends well. */
export function toFunction(body: string): string {
  const endsInValue = /[^;}\s]\s*$/.test(body)
  return `fn excerpt() -> Result {\n${body}\n${endsInValue ? '' : 'Ok(())'}\n}\n`
}

/**
 * Makes a driver of an excerpt in C. Where the excerpt has a function `run`, loading the driver calls it.
 * `warning` is one that the excerpt is to be shown with; a whole driver would use all of its functions.
 */
export function toDriver(code: string, warning?: string): string {
  const isUnused = (name: string) => name !== warning
  const pragmas = ['-Wunused-function', '-Wunused-variable', '-Wmissing-prototypes']
    .filter(isUnused)
    .map((name) => `#pragma clang diagnostic ignored "${name}"`)
  const text = code.replace(/^\/\/# ?/gm, '')
  const calls = /\brun\(void\)/.test(text) ? [callsRun] : []
  return [quietly(includes), ...pragmas, text, ...calls, licence, ''].join('\n')
}

/** User-Mode Linux has no I/O ports, and clang warns of how its header says so. */
function quietly(text: string): string {
  const ignored = '#pragma clang diagnostic ignored "-Wnull-pointer-arithmetic"'
  return ['#pragma clang diagnostic push', ignored, text, '#pragma clang diagnostic pop'].join('\n')
}

const headers = [
  ...[
    'atomic',
    'bug',
    'build_bug',
    'cleanup',
    'delay',
    'device',
    'err',
    'firmware',
    'fs',
    'interrupt',
    'io',
    'kref',
  ],
  ...[
    'ktime',
    'list',
    'miscdevice',
    'module',
    'mutex',
    'netdevice',
    'overflow',
    'pci',
    'platform_device',
    'slab',
  ],
  ...['spinlock', 'string', 'uaccess', 'vmalloc', 'workqueue'],
]
const includes = headers.map((name) => `#include <linux/${name}.h>`).join('\n')
const licence = 'MODULE_DESCRIPTION("An excerpt");\nMODULE_LICENSE("GPL");'
const callsRun = `static int __init excerpt_init(void)
{
\trun();
\treturn 0;
}
module_init(excerpt_init);

static void __exit excerpt_exit(void)
{
}
module_exit(excerpt_exit);`

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

function isItem(body: string): boolean {
  const [first = ''] = body.split('\n').filter((line) => /^[^\s/#]/.test(line))
  return /^(pub|unsafe impl|fn|struct|enum|impl|trait|static|const|type|mod|kernel::|macro_rules!)\b/.test(
    first,
  )
}

/** Excerpts use `?`; one that does not end in a value ends well. */
function toFunction(body: string): string {
  const endsInValue = /[^;}\s]\s*$/.test(body)
  return `fn excerpt() -> Result {\n${body}\n${endsInValue ? '' : 'Ok(())'}\n}\n`
}

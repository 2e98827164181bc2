import type { CompileRequest } from '#protocol/compile.ts'
import { defaultVariant } from '#protocol/variants.ts'
import { isItem, toFunction } from './wrap-fence.ts'

/** A program of `renamed.yaml`, or a part of one. */
export interface RowProgram {
  name: string
  language: CompileRequest['language']
  code: string
}

/** The file that is compiled, and its text. */
export function toRowFile({ language, code }: Omit<RowProgram, 'name'>): { file: string; text: string } {
  if (language === 'c') return { file: 'driver.c', text: code }
  return { file: 'driver.rs', text: isModule(code) ? `${prelude}\n${code}` : `${toItems(code)}${rest}` }
}

/** Makes the request that compiles it as a module: Rust in a crate with `module!`, C as it stands. */
export function toRowRequest(program: Omit<RowProgram, 'name'>): CompileRequest {
  const { file, text } = toRowFile(program)
  return toRequest(program.language, file, text)
}

/** Which can be compiled together with others. */
export function canBeJoined({ language, code }: RowProgram): boolean {
  return language === 'rust' && !isModule(code)
}

/** Makes one request of many programs in Rust, each in a `mod` of its own; it is accepted if each of them is. */
export function toJoinedRequest(programs: RowProgram[]): CompileRequest {
  const mods = programs.map(({ name, code }) => `mod ${name.replaceAll('-', '_')} {\n${toItems(code)}\n}\n`)
  return toRequest('rust', 'driver.rs', `${prelude}\n${mods.join('')}${rest}`)
}

function toRequest(language: CompileRequest['language'], file: string, text: string): CompileRequest {
  return { target: 'kernel', language, action: 'check', variant: defaultVariant, files: { [file]: text } }
}

function isModule(code: string): boolean {
  return /^(kernel::)?module\w*! ?\{/m.test(code)
}

function toItems(code: string): string {
  const uses = code.split('\n').filter((line) => isUse.test(line))
  const body = code
    .split('\n')
    .filter((line) => !isUse.test(line))
    .join('\n')
  const items = isItem(body) || body.trim() === '' ? body : toFunction(body)
  return [prelude, ...uses, items].join('\n')
}

const isUse = /^use [^;]*;$/

const prelude = '#[allow(unused_imports)]\nuse kernel::prelude::*;'

/** What macros such as `pr_info!` and `#[vtable]` ask of the crate. */
const rest = `
module! {
    type: Excerpt,
    name: "excerpt",
    license: "GPL",
}
struct Excerpt;
impl kernel::Module for Excerpt {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        Ok(Excerpt)
    }
}
`

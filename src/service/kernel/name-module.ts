import { bytesOfNamed, readElf } from './elf.ts'

/**
 * A module under another name, as which a kernel takes it beside others. The same bytes if it is no module, or has no
 * room for the name.
 */
export function nameModule(module: Uint8Array, name: string): Uint8Array {
  const elf = readElf(Uint8Array.from(module))
  if (!elf) return module
  const named = bytesOfNamed(elf, '.gnu.linkonce.this_module')
  const at = named.indexOf(builtName)
  if (at < 0 || at + mostBytes > named.length || Buffer.byteLength(name) >= mostBytes) return module
  named.fill(0, at, at + mostBytes).write(name, at)
  hideBuiltName(bytesOfNamed(elf, '.modinfo'))
  return elf.file
}

/** What all are built as. */
const builtName = Buffer.from('driver\0')

/** Of `name` in `struct module` (include/linux/moduleparam.h: MAX_PARAM_PREFIX_LEN). */
const mostBytes = 56

/** The kernel takes the name from `struct module` where its list of facts has none. */
function hideBuiltName(facts: Buffer): void {
  const at = facts.indexOf('name=driver\0')
  if (at >= 0) facts.write('file', at)
}

/** The id of the section that has the functions. */
const code = 10

/**
 * Finds where in a module the content of its code section begins: line tables count from there, engines from the module's
 * beginning. Undefined where there is no such section.
 */
export function findCodeSection(module: Uint8Array): number | undefined {
  let at = 8
  while (at < module.length) {
    const id = module[at]!
    const { value: size, next } = readNumber(module, at + 1)
    if (id === code) return next
    at = next + size
  }
  return undefined
}

/** Reads a number of seven bits a byte, the lowest first. */
function readNumber(bytes: Uint8Array, start: number): { value: number; next: number } {
  let value = 0
  for (let at = start; ; at++) {
    const byte = bytes[at] ?? 0
    value += (byte & 0x7f) * 2 ** (7 * (at - start))
    if (byte < 0x80) return { value, next: at + 1 }
  }
}

import { runInNewContext } from 'node:vm'

/**
 * Replaces all that a stranger's pattern, in Rust's syntax, finds in a text. A pattern that is none here, or that takes
 * more than two seconds, changes nothing.
 */
export function replaceWithin(text: string, pattern: string, replacement: string): string {
  try {
    const found: unknown = runInNewContext(
      'text.replaceAll(new RegExp(pattern, flags), replacement)',
      {
        text,
        replacement,
        ...toPattern(pattern),
      },
      { timeout: 2000 },
    )
    return String(found)
  } catch {
    return text
  }
}

/** Rust has its flags at the start of a pattern. */
function toPattern(rust: string): { pattern: string; flags: string } {
  const [, flags = '', rest = ''] = /^(?:\(\?([a-z]+)\))?([^]*)$/.exec(rust) ?? []
  return { pattern: rest.replaceAll('(?P<', '(?<'), flags: `g${flags.replace(/[ug]/g, '')}` }
}

/** In characters: what fits beside code, and is more than most types have. */
const longest = 60

/** Who nests deeper than this does it on purpose. */
const longestRead = 5000

/** Shortens each long type that a message quotes, as rustc does: what is nested too deep in it becomes `…`. */
export function shortenTypes(message: string): string {
  return message.replace(/`([^`]+)`/g, (_, code: string) => `\`${shortenType(code)}\``)
}

/** Shortens a type to what fits: as many levels of its brackets as possible stay whole. Others come back as they are. */
export function shortenType(code: string): string {
  if (code.length <= longest || !/[<([]/.test(code)) return code
  const read = code.slice(0, longestRead)
  let short = toDepth(read, 0)
  for (let depth = 1; ; depth++) {
    const next = toDepth(read, depth)
    if (next.length > longest || next === short) return cut(short)
    short = next
  }
}

/** Keeps what is in so many brackets. */
function toDepth(code: string, most: number): string {
  let [depth, kept] = [0, '']
  for (let at = 0; at < code.length; at++) {
    if (isClosing(code, at)) depth -= 1
    if (depth <= most) kept += code[at]
    if (!'<([{'.includes(code[at]!)) continue
    depth += 1
    if (depth === most + 1) kept += '…'
  }
  return kept
}

/** An arrow closes nothing. */
function isClosing(code: string, at: number): boolean {
  return ')]}'.includes(code[at]!) || (code[at] === '>' && code[at - 1] !== '-' && code[at - 1] !== '=')
}

/** A row of names without brackets may still be too long. */
function cut(short: string): string {
  return short.length <= 2 * longest ? short : `${short.slice(0, 2 * longest)}…`
}

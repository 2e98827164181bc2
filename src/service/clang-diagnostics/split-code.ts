/** Parts a message from its flag: `… [-Werror,-Wunused-variable]` gives the text and `-Wunused-variable`. */
export function splitCode(text: string): { text: string; code?: string } {
  const at = text.lastIndexOf(' [-W')
  const flags = at < 0 || !text.endsWith(']') ? '' : text.slice(at + 2, -1)
  if (!isFlags.test(flags)) return { text }
  const code = flags.split(',').find((flag) => flag !== '-Werror') ?? '-Werror'
  return { text: text.slice(0, at), code }
}

/** No name of a warning has two hundred characters. */
const isFlags = /^[^\s\]]{1,200}$/

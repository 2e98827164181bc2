import type { Look, Style } from './style.ts'

/** Where a terminal finds what a text names. */
export interface Addresses {
  /** Of an error code such as `E0505`; undefined where there is none. */
  ofCode(code: string): string | undefined
  /** Of a file by its name in the text. */
  ofFile(name: string): string | undefined
}

/** Gives a text in rustc's form the colours that rustc gives it, and links. */
export function colourRendered(text: string, style: Style, addresses: Addresses): string {
  let look: Look = 'error'
  return text
    .split('\n')
    .map((line) => {
      const head = /^(error|warning|note|help)(\[([\w:-]+)\])?(: .*)$/.exec(line)
      if (head) {
        look = head[1] as Look
        return colourHead(head, style, addresses)
      }
      const place = /^( *)(-->|:::) (.+?)(:\d+:\d+)?$/.exec(line)
      if (place) return colourPlace(place, style, addresses)
      return colourCode(line, style, look)
    })
    .join('\n')
}

function colourHead(
  [, severity, bracket = '', code, rest]: RegExpExecArray,
  style: Style,
  { ofCode }: Addresses,
): string {
  const address = code && ofCode(code)
  const shown = address ? style.link(bracket, address) : bracket
  return `${style.paint(severity as Look, severity + shown)}${style.paint('strong', rest!)}`
}

function colourPlace(
  [, indent, arrow, name, position = '']: RegExpExecArray,
  style: Style,
  { ofFile }: Addresses,
): string {
  const address = ofFile(name!)
  const shown = `${name}${position}`
  return `${indent}${style.paint('gutter', arrow!)} ${address ? style.link(shown, address) : shown}`
}

/** Marks stand behind a gutter without a number. */
function colourCode(line: string, style: Style, look: Look): string {
  const note = /^( *= )(note|help|warning)(: .*)$/.exec(line)
  if (note) return `${style.paint('gutter', note[1]!)}${style.paint('strong', note[2]!)}${note[3]}`
  const row = /^( *\d* +\||\.\.\.)(.*)$/.exec(line)
  if (!row) return line
  const [, gutter, rest] = row
  return `${style.paint('gutter', gutter!)}${/\d/.test(gutter!) ? rest : colourMarks(rest!, style, look)}`
}

function colourMarks(text: string, style: Style, look: Look): string {
  const looks: Record<string, Look> = { '^': look, '-': 'gutter', '+': 'good', '~': 'good' }
  const first = text.trimStart()[0]
  const own = first === undefined ? undefined : looks[first]
  return own ? style.paint(own, text) : text
}

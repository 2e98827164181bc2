import { type KeyName, keyNames } from './read-keys.ts'

/** A line that is typed behind a prompt. */
export interface LineEditor {
  /** Takes a key; gives what it asks for beyond the line. */
  press(key: string): 'enter' | 'end of input' | 'complete' | undefined
  /** Writes the prompt and the line again, where the cursor stands. */
  show(): void
  text(): string
  beforeCursor(): string
  insert(text: string): void
}

export interface LineOptions {
  prompt: string
  /** Lines typed before; the newest is the last. */
  history: readonly string[]
  columns(): number
  write(text: string): void
}

/** Creates an empty line. It may be longer than the terminal is wide. */
export function createLineEditor({ prompt, history, columns, write }: LineOptions): LineEditor {
  let [text, cursor] = ['', 0]
  let row = 0
  let at = history.length
  let draft = ''
  const width = plainLength(prompt)

  /** From the first row of the prompt on; leaves the terminal's cursor where the line's is. */
  function draw() {
    const up = row > 0 ? `\x1b[${row}A` : ''
    const whole = width + text.length
    const [last, wanted] = [Math.floor(whole / columns()), Math.floor((width + cursor) / columns())]
    // A terminal that is written full waits in the last column.
    const wrap = whole > 0 && whole % columns() === 0 ? ' \r' : ''
    const back = last > wanted ? `\x1b[${last - wanted}A` : ''
    const column = (width + cursor) % columns()
    write(`${up}\r\x1b[J${prompt}${text}${wrap}${back}\r${column > 0 ? `\x1b[${column}C` : ''}`)
    row = wanted
  }
  function change(next: string, place: number) {
    ;[text, cursor] = [next, Math.min(Math.max(place, 0), next.length)]
    draw()
  }
  const insert = (more: string) =>
    change(text.slice(0, cursor) + more + text.slice(cursor), cursor + more.length)
  function recall(step: number) {
    const next = at + step
    if (next < 0 || next > history.length) return
    if (at === history.length) draft = text
    at = next
    const line = history[at] ?? draft
    change(line, line.length)
  }
  const wordStart = () => /\S*\s*$/.exec(text.slice(0, cursor))!.index
  const cut = (from: number, to: number) => change(text.slice(0, from) + text.slice(to), from)
  const acts: Partial<Record<KeyName, () => void>> = {
    backspace: () => cursor > 0 && cut(cursor - 1, cursor),
    delete: () => cut(cursor, cursor + 1),
    left: () => change(text, cursor - 1),
    right: () => change(text, cursor + 1),
    home: () => change(text, 0),
    end: () => change(text, text.length),
    up: () => recall(-1),
    down: () => recall(1),
    'cut before': () => cut(0, cursor),
    'cut after': () => cut(cursor, text.length),
    'cut word': () => cut(wordStart(), cursor),
    clear: () => (write('\x1b[H\x1b[2J'), (row = 0), draw()),
  }
  return {
    press(key) {
      const name = keyNames[key]
      if (name === 'complete') return name
      if (name === 'end of input') return text === '' ? name : (acts.delete!(), undefined)
      if (name === 'enter') return (change(text, text.length), write('\r\n'), name)
      if (name) acts[name]?.()
      else if (key >= ' ' && !key.startsWith('\x1b')) insert(key)
      return undefined
    },
    show: () => ((row = 0), draw()),
    text: () => text,
    beforeCursor: () => text.slice(0, cursor),
    insert,
  }
}

/** Colours take no room. */
function plainLength(prompt: string): number {
  // oxlint-disable-next-line no-control-regex -- colours are control characters
  return prompt.replaceAll(/\x1b\[[0-9;]*m/g, '').length
}

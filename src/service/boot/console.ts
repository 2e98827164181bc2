/** Text of a serial console as it comes, in pieces that are worth sending. */
export interface Console {
  receive(chunk: Uint8Array): void
  /** Sends at once what came until now. */
  flush(): void
  /** Sends what is left; nothing comes after it. */
  end(): void
  /** All that came. */
  readonly text: string
}

/** Gathers what comes within a moment, as whole characters, without those that control a terminal. */
export function createConsole(send: (text: string) => void): Console {
  const decoder = new TextDecoder()
  let [all, unsent, last] = ['', '', '\n']
  let timer: NodeJS.Timeout | undefined
  const add = (text: string): void => {
    for (const [index, part] of withoutControl(text).split(lineBreak).entries()) {
      const piece = index > 0 && last !== '\n' ? `\n${part}` : part
      unsent += piece
      last = piece.at(-1) ?? last
    }
  }
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (unsent !== '') send(unsent)
    all += unsent
    unsent = ''
  }
  return {
    receive(chunk) {
      add(decoder.decode(chunk, { stream: true }))
      timer ??= setTimeout(flush, moment)
    },
    flush,
    end() {
      add(decoder.decode())
      flush()
    },
    get text() {
      return all
    },
  }
}

/** Begins a new line unless one has just begun: what is written as the first thing of a command. */
export const lineBreak = '\u001e'

/** Milliseconds; shorter than one sees. */
const moment = 30

/** Leaves out what controls a terminal; tabs and line ends stay. A terminal's line end has a `\r`, which goes. */
export function withoutControl(text: string): string {
  return text.replace(colours, '').replace(control, '')
}

// oxlint-disable-next-line no-control-regex
const colours = /\u001b\[[0-9;]*m/g
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b-\u001d\u001f\u007f-\u009f]/g

/** Text of a serial console as it comes, in pieces that are worth sending. */
export interface Console {
  receive(chunk: Uint8Array): void
  /** Sends what is left; nothing comes after it. */
  end(): void
  /** All that came. */
  readonly text: string
}

/** Gathers what comes within a moment, as whole characters, without those that control a terminal. */
export function createConsole(send: (text: string) => void): Console {
  const decoder = new TextDecoder()
  let [all, unsent] = ['', '']
  let timer: NodeJS.Timeout | undefined
  const flush = (): void => {
    timer = undefined
    if (unsent !== '') send(unsent)
    all += unsent
    unsent = ''
  }
  return {
    receive(chunk) {
      unsent += withoutControl(decoder.decode(chunk, { stream: true }))
      timer ??= setTimeout(flush, moment)
    },
    end() {
      clearTimeout(timer)
      unsent += withoutControl(decoder.decode())
      flush()
    },
    get text() {
      return all
    },
  }
}

/** Milliseconds; shorter than one sees. */
const moment = 30

/** Tabs and line ends stay. A terminal's line end has a `\r`, which goes. */
function withoutControl(text: string): string {
  return text.replace(colours, '').replace(control, '')
}

// oxlint-disable-next-line no-control-regex
const colours = /\u001b\[[0-9;]*m/g
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** What a terminal shows, in pieces that are worth sending. */
export interface TerminalOutput {
  receive(chunk: Uint8Array): void
  /** Sends what is left; nothing comes after it. */
  end(): void
}

/** Leaves out the first line: the terminal shows the word that woke the machine. */
export function createTerminalOutput(send: (text: string) => void): TerminalOutput {
  const decoder = new TextDecoder()
  let [unsent, isFirstLine] = ['', true]
  let timer: NodeJS.Timeout | undefined
  const flush = (): void => {
    timer = undefined
    if (isFirstLine) {
      const end = unsent.indexOf('\n')
      if (end < 0) return
      isFirstLine = false
      unsent = unsent.slice(end + 1)
    }
    if (unsent !== '') send(unsent)
    unsent = ''
  }
  return {
    receive(chunk) {
      unsent += decoder.decode(chunk, { stream: true })
      timer ??= setTimeout(flush, moment)
    },
    end() {
      clearTimeout(timer)
      flush()
    },
  }
}

/** Milliseconds: an echo is not to be waited for, and a flood goes in pieces. */
const moment = 5

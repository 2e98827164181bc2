/** What is typed on a terminal, at the speed at which it is read. */
export interface PacedInput {
  type(text: string): void
  /** Something was shown: so much of what was typed may have been read. */
  note(bytes: number): void
  end(): void
}

/**
 * A machine's terminal that has some thousand characters unread hears nothing until they are read, not even Ctrl-C. So what is pasted
 * goes in pieces: the next one when as much has been shown, or after a moment. Ctrl-C throws away what has not gone yet;
 * what is typed faster than it is read is lost in the end, as on a serial line.
 */
export function createPacedInput(write: (text: string) => void): PacedInput {
  let [unsent, owed] = ['', 0]
  let timer: NodeJS.Timeout | undefined
  const send = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (unsent === '') return
    const piece = unsent.slice(0, mostAtOnce)
    unsent = unsent.slice(mostAtOnce)
    owed = piece.length
    write(piece)
    timer = setTimeout(send, moment)
  }
  return {
    type(text) {
      if (text.startsWith('\u0003')) unsent = ''
      if (unsent.length < mostUnsent) unsent += text
      if (timer === undefined || text.startsWith('\u0003')) send()
    },
    note(bytes) {
      owed -= bytes
      if (owed <= 0 && timer !== undefined) send()
    },
    end: () => clearTimeout(timer),
  }
}

/** Characters. */
const [mostAtOnce, mostUnsent] = [512, 64 * 1024]

/** Milliseconds. */
const moment = 250

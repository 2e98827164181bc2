/** What a machine tells by its console besides what it shows. */
export interface MachineSignals {
  /** Takes each piece of what comes from the machine. */
  receive(chunk: Uint8Array): void
  /** Shows what was held back because it could have become a signal. */
  end(): void
  /** Settles when it waits for files. */
  readonly waits: Promise<void>
  /** Settles when nothing but its end can come. */
  readonly off: Promise<void>
}

/** Who listens to a machine. */
export interface MachineListener {
  /** Takes each piece of what its console shows. */
  pass: (chunk: Uint8Array) => void
  /** Is told each word that stands between; true for one that is not to be shown. */
  isMeant?: (word: string) => boolean
}

/**
 * Listens to a machine and passes on what its console shows. It is off when its kernel says so after its first program
 * has said the last word, which nobody can guess: trouble at power-off comes before.
 */
export function listenTo(lastWord: string, { pass, isMeant }: MachineListener): MachineSignals {
  const [waits, off] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let tail: string | undefined
  let isOff = false
  const show = (text: string): void => {
    if (isOff) return
    pass(Buffer.from(text, 'latin1'))
    if (tail === undefined) return
    tail = (tail + text).slice(-longestTail)
    isOff = /reboot: Power down\r?\n/.test(tail)
    if (isOff) off.resolve()
  }
  const hear = (word: string): void => {
    if (word === waitsWord) waits.resolve()
    else if (word === lastWord) tail = ''
    else if (!isMeant?.(word)) show(toSignal(word))
  }
  return { ...takeWords({ show, hear }), waits: waits.promise, off: off.promise }
}

/** What its first program says when it waits. */
export const waitsWord = 'waits'

/** Makes a word one that is heard. */
export function toSignal(word: string): string {
  return `\u001d${word}\u001f`
}

/** More than one line of a kernel. */
const longestTail = 200

interface Listener {
  show: (text: string) => void
  hear: (word: string) => void
}

/** Reads bytes as characters of one byte each. */
function takeWords({ show, hear }: Listener) {
  let held = ''
  const showIfAny = (text: string): void => {
    if (text !== '') show(text)
  }
  return {
    receive(chunk: Uint8Array): void {
      const all = held + Buffer.from(chunk).toString('latin1')
      const begun = all.search(begunSignal)
      held = begun < 0 ? '' : all.slice(begun)
      const parts = (begun < 0 ? all : all.slice(0, begun)).split(signal)
      for (const [index, part] of parts.entries()) (index % 2 === 0 ? showIfAny : hear)(part)
    },
    end(): void {
      showIfAny(held)
      held = ''
    },
  }
}

// oxlint-disable-next-line no-control-regex
const signal = /\u001d([\w-]{1,40})\u001f/

/** What may become one. */
// oxlint-disable-next-line no-control-regex
const begunSignal = /\u001d[\w-]{0,40}$/

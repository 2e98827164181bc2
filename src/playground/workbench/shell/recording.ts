import type { TerminalSize } from '../../program/shell-session.ts'

/** What a terminal has shown, and when. */
export interface Recording {
  add(text: string): void
  /** As asciicast, version 2: a line of JSON for the whole, and one for each piece. */
  toFile(): string
}

/** Begins now; what comes after two million characters is left out. */
export function createRecording({ rows, columns }: TerminalSize): Recording {
  const began = performance.now()
  const head = { version: 2, width: columns, height: rows, timestamp: Math.round(Date.now() / 1000) }
  const pieces: string[] = []
  let length = 0
  return {
    add(text) {
      length += text.length
      const seconds = Number(((performance.now() - began) / 1000).toFixed(3))
      if (length < mostCharacters) pieces.push(JSON.stringify([seconds, 'o', text]))
    },
    toFile: () => [JSON.stringify(head), ...pieces, ''].join('\n'),
  }
}

const mostCharacters = 2_000_000

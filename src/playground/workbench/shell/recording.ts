import { type CastPiece, toCastFile } from '#protocol/asciicast.ts'
import type { TerminalSize } from '../../program/shell-session.ts'

/** What a terminal has shown, and when. */
export interface Recording {
  add(text: string): void
  toFile(): string
}

/** Begins now; what comes after two million characters is left out. */
export function createRecording({ rows, columns }: TerminalSize): Recording {
  const began = performance.now()
  const pieces: CastPiece[] = []
  let length = 0
  return {
    add(text) {
      length += text.length
      if (length < mostCharacters) pieces.push([(performance.now() - began) / 1000, text])
    },
    toFile: () => toCastFile({ rows, columns, title: '', pieces }),
  }
}

const mostCharacters = 2_000_000

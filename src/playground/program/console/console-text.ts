/** What a console has written so far, by whole lines and the beginning of the next. */
export interface ConsoleText {
  lines: string[]
  rest: string
}

export const emptyConsole: ConsoleText = { lines: [], rest: '' }

/** Adds text, which may stop anywhere in a line. */
export function addText({ lines, rest }: ConsoleText, text: string): ConsoleText {
  const pieces = (rest + text).split('\n')
  return { rest: pieces.pop()!, lines: [...lines, ...pieces] }
}

/** Lists all lines, also one that has not ended. */
export function allLines({ lines, rest }: ConsoleText): string[] {
  return rest === '' ? lines : [...lines, rest]
}

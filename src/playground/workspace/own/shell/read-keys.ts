/** Cuts what a terminal sends into keys: an escape sequence is one, each other character is one. */
export function readKeys(text: string): string[] {
  // oxlint-disable-next-line no-control-regex -- keys are sent as control characters
  return text.match(/\x1b(?:\[[0-9;?]*[~A-Za-z]|O[A-Za-z]|.)?|[\s\S]/gu) ?? []
}

/** What a key does to a line that is edited. */
export const keyNames: Readonly<Record<string, KeyName>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\x7f': 'backspace',
  '\b': 'backspace',
  '\x1b[3~': 'delete',
  '\x1b[D': 'left',
  '\x1bOD': 'left',
  '\x1b[C': 'right',
  '\x1bOC': 'right',
  '\x1b[A': 'up',
  '\x1bOA': 'up',
  '\x1b[B': 'down',
  '\x1bOB': 'down',
  '\x1b[H': 'home',
  '\x1bOH': 'home',
  '\x01': 'home',
  '\x1b[F': 'end',
  '\x1bOF': 'end',
  '\x05': 'end',
  '\x15': 'cut before',
  '\x0b': 'cut after',
  '\x17': 'cut word',
  '\x0c': 'clear',
  '\x04': 'end of input',
  '\t': 'complete',
}

export type KeyName =
  | 'enter'
  | 'backspace'
  | 'delete'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'home'
  | 'end'
  | 'cut before'
  | 'cut after'
  | 'cut word'
  | 'clear'
  | 'end of input'
  | 'complete'

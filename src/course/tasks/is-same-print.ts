/** Is true if two outputs look the same: white space at the ends of lines and of the text does not count. */
export function isSamePrint(a: string, b: string): boolean {
  return toPlain(a) === toPlain(b)
}

function toPlain(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}

/** Makes what a stranger's program wrote fit for a terminal: nothing in it can move the cursor or change a colour. */
export function toPrintable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, (character) =>
      character < ' ' ? String.fromCodePoint(0x2400 + character.charCodeAt(0)) : '\u2421',
    )
}

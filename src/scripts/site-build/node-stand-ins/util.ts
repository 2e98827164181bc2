const codes = {
  bold: [1, 22],
  dim: [2, 22],
  cyan: [36, 39],
  green: [32, 39],
  yellow: [33, 39],
  redBright: [91, 39],
  blueBright: [94, 39],
} as const

/** As Node's, for the looks that the command `no-oops` has. */
export function styleText(looks: (keyof typeof codes)[], text: string): string {
  return looks.reduce((styled, look) => `\x1b[${codes[look][0]}m${styled}\x1b[${codes[look][1]}m`, text)
}

/** As Node's, for the sequences that set a look. */
export function stripVTControlCharacters(text: string): string {
  // oxlint-disable-next-line no-control-regex -- looks are control characters
  return text.replaceAll(/\x1b\[[0-9;]*m/g, '')
}

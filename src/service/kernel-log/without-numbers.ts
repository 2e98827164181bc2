/** A headline without its addresses and task numbers, which differ from one time to the next. */
export function withoutNumbers(title: string): string {
  return title.replaceAll(/0x[0-9a-f]+|\d+/g, '#')
}

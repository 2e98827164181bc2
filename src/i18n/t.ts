/** What stands in the holes of a sentence, by their names. */
export type Values = Readonly<Record<string, string | number>>

/** The sentence in the page's language, or in English where that language does not have it yet; each `{name}` is filled with the value of that name. */
export function t(english: string, values?: Values): string {
  const text = globalThis.noOopsWords?.[english] ?? english
  return values ? text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => `${values[name] ?? hole}`) : text
}

/** The sentence about one thing or about several; `{count}` is filled, too. */
export function tn(one: string, several: string, values: Values & { count: number }): string {
  return t(values.count === 1 ? one : several, values)
}

/** Marks an English sentence that `t` translates later, as in a table; gives it back as it is. */
export function msg(english: string): string {
  return english
}

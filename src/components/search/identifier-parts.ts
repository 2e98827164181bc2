/**
 * The parts by which identifiers and codes of a text are found, in small letters, each once: `lock` of `spin_lock`, `box` of `KBox`,
 * `0505` and `505` of `E0505`. What is an identifier as a whole is left out: it is found anyway.
 */
export function identifierParts(text: string): string[] {
  const wholes = text.match(/[\p{L}\p{N}_]+/gu)?.filter(isIdentifier) ?? []
  const parts = wholes.flatMap((whole) => partsOf(whole).filter((part) => part !== whole.toLowerCase()))
  return [...new Set(parts)]
}

/** A word such as «Prüfung» is none. */
function isIdentifier(word: string): boolean {
  return /^\w+$/.test(word)
}

function partsOf(identifier: string): string[] {
  const humps = identifier.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []
  const words = identifier.split('_')
  return [...words, ...humps, ...humps.map(withoutZeros)]
    .map((part) => part.toLowerCase())
    .filter((part) => part.length > 1)
}

/** `505` of `0505`. */
function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}

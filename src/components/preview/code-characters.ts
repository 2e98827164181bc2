const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))

/** What code is made of, so what our code font has. */
export const codeCharacters = `${ascii}\u00a0«»·×–—‘’“”…`

/** Arguments of rustc that make its messages what `parseRustcJson` reads. */
export const rustMessages = [
  ...['--error-format', 'json'],
  // Decides how much of a long type a message names.
  ...['--diagnostic-width', '120'],
]

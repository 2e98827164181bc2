/** Arguments with which rustc writes its messages as `parseRustcJson` reads them. */
export const rustMessages = [
  ...['--error-format', 'json'],
  // Decides how much of a long type a message names.
  ...['--diagnostic-width', '120'],
]

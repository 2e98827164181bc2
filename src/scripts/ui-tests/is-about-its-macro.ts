/** Is true for the note on the macro that a message comes from; rustc makes it only when it writes text. */
export function isAboutItsMacro(message: string): boolean {
  return /^this (error|warning|note|help) originates in /.test(message)
}

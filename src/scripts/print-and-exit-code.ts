/** Prints a command's answer and gives its exit code. */
export function print(text: string, code: number): number {
  console.log(text)
  return code
}

/** The same for what went wrong. */
export function complain(text: string, code: number): number {
  console.error(text)
  return code
}

/** Prints an answer to standard output and returns the exit code that it is given. */
export function print(text: string, code: number): number {
  console.log(text)
  return code
}

/** Prints what went wrong to standard error and returns the exit code that it is given. */
export function complain(text: string, code: number): number {
  console.error(text)
  return code
}

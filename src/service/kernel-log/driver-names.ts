/** What a module is called that has the kernel to itself. */
export const onlyDriver = 'driver'

/** Whether a line of a trace is in a module of the reader's: `f+0x1/0x2 [driver]`. */
export function isInDriver(line: string): boolean {
  return / \[driver(_c|_rust)?\]$/.test(line)
}

/** The name of a module, where it is another one. */
export function toOther(module: string | undefined): { module?: string } {
  return module === undefined || module === onlyDriver ? {} : { module }
}

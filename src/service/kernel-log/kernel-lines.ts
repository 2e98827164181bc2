/** A line of the kernel's log. */
export interface KernelLine {
  /** With its time stamp. */
  printed: string
  /** Without it. */
  words: string
}

/**
 * The lines that the kernel printed, without those of the programs that ran on it: only the kernel's have a time
 * stamp. It stands within a line if a program had not ended its own.
 */
export function toKernelLines(console: string): KernelLine[] {
  return console
    .split('\n')
    .map((line) => stamp.exec(line.slice(0, longestLine)))
    .filter((match) => match !== null)
    .map(([, printed, words]) => ({ printed: printed!.trimEnd(), words: words!.trimEnd() }))
}

/** The kernel cuts its own lines at 1024 characters; names of Rust make the longest ones. */
const longestLine = 2048

/** Quantities are bounded, so that no line is read more than a few times. */
const stamp = /(\[ {0,8}\d{1,10}\.\d{6}\] ?(.*))/

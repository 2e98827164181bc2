/** What a kernel printed when the C driver was loaded and used: `c/console.txt`, written from a real boot. */
export interface RecordedConsole {
  /** First 16 hexadecimal digits of the SHA-256 of the driver, without markers, that was loaded. */
  driver: string
  /** Such as `Linux 7.3.4, User-Mode Linux with KASAN`. */
  kernel: string
  text: string
  /** The first report's headline, such as `BUG: KASAN: double-free in mbox_say+0xb9/0xd0 [driver]`. */
  report?: string
}

/** Reads a recorded console; undefined if its first line does not say what was recorded where. */
export function readConsole(file: string): RecordedConsole | undefined {
  const [, driver, kernel, text] =
    /^# Recorded from driver\.c ([0-9a-f]{16}) on (.+)\n([\s\S]*)$/.exec(file) ?? []
  if (driver === undefined || kernel === undefined || text === undefined) return undefined
  const report = /^\[[ \d.]+\] (BUG: .+)$/m.exec(text)?.[1]
  return { driver, kernel, text, ...(report && { report }) }
}

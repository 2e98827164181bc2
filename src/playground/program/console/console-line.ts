/** A line of a serial console: a command, what it wrote, or what the kernel says, with its time stamp apart. */
export interface ConsoleLine {
  kind: 'command' | 'output' | 'kernel' | 'alarm'
  /** As the kernel writes it, such as `[    0.450000]`. */
  stamp?: string
  text: string
}

/** Reads a line as it stands on the console, without its line break. */
export function toConsoleLine(raw: string): ConsoleLine {
  const line = raw.replace(/\r$/, '').replace(controls, '')
  if (line.startsWith('# ')) return { kind: 'command', text: line.slice(2) }
  const [, stamp, text] = /^(\[ *\d+\.\d+\]) ?(.*)$/.exec(line) ?? []
  if (stamp === undefined || text === undefined) return { kind: 'output', text: line }
  return { kind: alarm.test(text) ? 'alarm' : 'kernel', stamp, text }
}

/** Terminal sequences and what else can't be shown; a driver may write anything. */
// eslint-disable-next-line no-control-regex
const controls = /\u001b\[[0-9;?]*[a-zA-Z]|[\u0000-\u0008\u000b-\u001f\u007f]/g

/** Only until the report itself has come, which names its headline. */
const alarm =
  /^(BUG: |WARNING: |UBSAN: |Kernel panic|Oops|Internal error|INFO: task|rust_kernel: panicked|Kernel mode fault)/

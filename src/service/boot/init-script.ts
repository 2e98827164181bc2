import { toBootCommands } from '#protocol/boot-commands.ts'
import { quote } from '../quote.ts'
import { lineBreak } from './console.ts'

/**
 * The first program of a booted kernel: mounts what a driver may have files in, does each line of the reader's script
 * as if it was typed at a serial console, and switches the machine off. Only from then on does the kernel print more
 * than its last words.
 */
export function toInitScript(script: string): string {
  return [...beginning, ...toBootCommands(script).map((command) => `run ${quote(command)}`), ...ending].join(
    '\n',
  )
}

/** In the kernel's root folder. */
export const fileSystemTable = [
  'proc /proc proc',
  'sysfs /sys sysfs',
  'debugfs /sys/kernel/debug debugfs',
  'configfs /sys/kernel/config configfs',
  'devtmpfs /dev devtmpfs',
  'tmpfs /tmp tmpfs',
]
  .map((line) => `${line} defaults 0 0\n`)
  .join('')

/**
 * `command` keeps a line that cannot be parsed from ending the shell; the parentheses around all lines keep `exit` from
 * ending the first program, which the kernel does not survive.
 */
const beginning = [
  '#!/bin/sh',
  'export PATH=/bin HOME=/root',
  'cd /root',
  'mount -a',
  'echo Y > /sys/module/printk/parameters/ignore_loglevel',
  'run() {',
  // A command stands at the beginning of a line, whatever was written before; see console.ts.
  `  printf '${lineBreak}# %s\\n' "$1"`,
  '  command eval "$1"',
  '  code=$?',
  `  [ $code = 0 ] || echo "${lineBreak}[exit $code]"`,
  '}',
  '( :',
]

const ending = [')', 'exec poweroff -f', '']

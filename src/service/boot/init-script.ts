import { toNumberedCommands, toScriptLines } from '#protocol/boot-commands.ts'
import { quote } from '../quote.ts'
import { lineBreak } from './console.ts'
import { handOver, preparation } from './machine-job.ts'
import { toSignal, waitsWord } from './machine-signals.ts'

/** In the kernel's root folder. */
export const fileSystemTable = [
  'proc /proc proc defaults',
  'sysfs /sys sysfs defaults',
  'debugfs /sys/kernel/debug debugfs defaults',
  'configfs /sys/kernel/config configfs defaults',
  'devtmpfs /dev devtmpfs defaults',
  'tmpfs /tmp tmpfs defaults',
  `none /mnt hostfs ${handOver.folder}`,
]
  .map((line) => `${line} 0 0\n`)
  .join('')

/** Seconds after which the kernel tells who is still in a driver: before a machine is stopped. */
const toldAfter = 12

/**
 * The first program of a booted kernel: mounts what a driver may have files in, waits for the archive with the driver
 * and the script, loads the fixtures if there are any, does what the script says and switches the machine off. Only then does the kernel print more than its
 * last words. What the archive's folder was is gone by then.
 */
export const initScript = `#!/bin/sh
export PATH=/bin HOME=/root
mount -a
exec 3</dev/tty1
printf '${toSignal(waitsWord)}'
read -r word <&3
exec 3<&-
cpio -iu </mnt/${handOver.archive} 2>/dev/null
umount /mnt
cd /root
[ -e /${preparation} ] && . /${preparation} </dev/null
echo Y > /sys/module/printk/parameters/ignore_loglevel
echo ${toldAfter} > /sys/module/hung_task/parameters/deadline
. /script
printf '${toSignal('%s')}' "$word"
exec poweroff -f
`

/**
 * Does each line of the reader's script as if it was typed at a serial console where nobody types. Each stands in the line
 * that it has in that script, so that the shell tells that of a mistake. `command` keeps a line that cannot be parsed from
 * ending the shell; the parentheses keep `exit` from ending the first program, which the kernel does not survive.
 */
export function toScript(script: string): string {
  const lines = toScriptLines(script).map(() => '')
  for (const { line, command } of toNumberedCommands(script))
    lines[line - 1] = `begin ${quote(command)}; command eval ${quote(command)}; end`
  return `${beginning} ${lines.join('\n')}\n) </dev/null\n`
}

/** A command stands at the beginning of a line, whatever was written before; see console.ts. */
const beginning = [
  '( unset word;',
  `begin() { printf '${lineBreak}# %s\\n' "$1"; };`,
  `end() { code=$?; [ $code = 0 ] || echo "${lineBreak}[exit $code]"; };`,
].join(' ')

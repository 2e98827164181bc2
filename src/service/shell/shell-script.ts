/** What a machine does whose script this is: it gives its first terminal a shell, and is off when that is left. */
export function toShellScript({ rows, columns }: TerminalSize): string {
  return script.replace('ROWS COLUMNS', `${rows} ${columns}`)
}

/** In characters. */
export interface TerminalSize {
  rows: number
  columns: number
}

const more = [
  'clear',
  'hostname',
  'less',
  'more',
  'nl',
  'printf',
  'reset',
  'stty',
  'test',
  'top',
  'uptime',
  'vi',
  'which',
]

/**
 * The second terminal is told the size of the first one, each time on a line of its own. That the kernel finds nothing to
 * write to there is not worth a line on the console.
 */
const script = `export TERM=xterm-256color PS1='\\w # '
for command in ${more.join(' ')}; do ln -s busybox /bin/$command; done
hostname no-oops
echo N > /sys/module/printk/parameters/ignore_loglevel
exec 4</dev/tty2 5</dev/tty1
echo Y > /sys/module/printk/parameters/ignore_loglevel
fit() { stty rows $1 cols $2 <&5; }
fit ROWS COLUMNS
while read -r rows columns; do fit $rows $columns; done <&4 2>/dev/null &
setsid -c sh </dev/tty1 >/dev/tty1 2>&1 4<&- 5<&-
`

import { handOver } from '../boot/machine-job.ts'
import { toSignal } from '../boot/machine-signals.ts'

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

/** Where the machine finds the names of builds by their hashes; from its root. */
export const buildsFolder = 'etc/builds'

/** Says a word to us: on the console, whatever became of the terminal. */
const toWord = (word: string): string => `printf '${toSignal(word)}'`

/**
 * What the reader's shell begins with. It says which build is loaded, so that what the kernel reports from then on is looked
 * for in its source; not where one of its name is loaded, as then nothing will be. A shell of busybox looks for a command
 * in itself before it looks for a file, but for a function first.
 */
const beginning = `insmod() {
  local file hash name
  for file; do case $file in -*) ;; *) break ;; esac; done
  hash=$(sha256sum "$file" 2>/dev/null | cut -c1-16)
  if read -r name 2>/dev/null </${buildsFolder}/$hash && [ ! -d /sys/module/$name ]; then
    ${toWord('loads-%s')} $hash >/dev/console
  fi
  command insmod "$@"
}
`

/**
 * The second terminal is told the size of the first one, and drivers, each time by a line of its own. That the kernel
 * finds nothing to write to there is not worth a line on the console.
 */
const script = `export TERM=xterm-256color PS1='\\w # ' ENV=/etc/shrc
for command in ${more.join(' ')}; do ln -s busybox /bin/$command; done
cat >/etc/shrc <<'end'
${beginning}end
hostname no-oops
echo N > /sys/module/printk/parameters/ignore_loglevel
exec 4</dev/tty2 5</dev/tty1
echo Y > /sys/module/printk/parameters/ignore_loglevel
fit() { stty rows $1 cols $2 <&5; }
take() {
  mount /mnt
  cp /mnt/${handOver.archive} /$1.new
  umount /mnt
  echo $1 >/${buildsFolder}/$2
  mv /$1.new /root/$1.ko
  if [ -d /sys/module/$1 ]; then ${toWord('loaded-%s')} $3; else ${toWord('free-%s')} $3; fi
}
fit ROWS COLUMNS
while read -r kind what; do case $kind in size) fit $what ;; file) take $what ;; esac; done <&4 2>/dev/null &
setsid -c sh </dev/tty1 >/dev/tty1 2>&1 4<&- 5<&-
`

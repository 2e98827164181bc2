import { parcelFd, type Job, type JobInputs } from '../sandbox.ts'

/** Of what a machine is made, and what it is sent. */
export interface MachineParts {
  /** The folder inside of what the build of the kernel made. */
  directory: string
  initramfs: Job['files'][string]
  /** Of the kernel, besides those that all have. */
  parameters: string[]
  inputs: JobInputs
  /** True if somebody types: its first terminal shows what it prints, and its second reads the lines after the parcel. */
  hasTerminal: boolean
}

/** Boots a kernel that waits for files. Its console is standard output. */
export function toMachineJob(parts: MachineParts): Job {
  const { directory, initramfs, parameters, inputs, hasTerminal } = parts
  const terminals = hasTerminal ? [`con1=fd:3,fd:${outputFd}`, 'con2=fd:0,null'] : ['con1=fd:0,null']
  const kernel = ['setarch', '-R', `${directory}/linux`, ...kernelParameters, ...terminals, ...parameters]
  const launcher = hasTerminal ? launcherWithTerminals : plainLauncher
  return { command: ['busybox', 'sh', '-c', launcher, 'sh', ...kernel], files: { initramfs }, inputs }
}

/**
 * A parcel for a machine: what is put where it looks for an archive, if that is not empty, and the line that it reads when that
 * is there. The first is for a machine that waits; of one without a terminal it is the only one.
 */
export function toParcel(archive: Uint8Array, line: string): Uint8Array {
  return Buffer.concat([Buffer.from(`${archive.length} ${line}\n`), archive])
}

/** Where the first program of a machine finds the archive; the folder is one of the sandbox. */
export const handOver = { folder: '/tmp', archive: 'cargo' }

/** The file of the archive with what is done before the kernel tells more than its last words, if there is any. */
export const preparation = 'preparation'

const noParcel = `${parcelFd}<&-`

/** Puts what comes with a line where it is looked for. */
const takeParcel = `busybox dd bs="$bytes" count=1 iflag=fullblock of=${handOver.folder}/${handOver.archive} 2>/dev/null`

/** Puts the archive where it is looked for, and has the console read the line, which says that it is there. */
const takeArchive = `read -r bytes line
  ${takeParcel}
  echo "$line" >&3`

/** What the machine writes and cannot get rid of at once is lost, so there is a second pipe, which holds 64 kB more. */
const plainLauncher = `set -o pipefail
exec 3<&0
{
  ${takeArchive}
} <&${parcelFd} &
"$@" 3<&- ${noParcel} | busybox cat 3<&- ${noParcel}`

/** Standard output once more: the kernel takes a descriptor for one terminal only. */
const outputFd = 4

/** The lines that come after the archive go to the second terminal. Nobody waits for who sends them. */
const launcherWithTerminals = `set -o pipefail
exec 3<&0
{ {
  ${takeArchive}
  while read -r bytes line; do
    [ "$bytes" = 0 ] || ${takeParcel}
    echo "$line"
  done
} <&${parcelFd} & } | "$@" ${outputFd}>&1 ${noParcel} | busybox cat 3<&- ${noParcel}`

/** The file that the kernel runs first. The shell says its name before a mistake in what the reader gave as that. */
export const firstProgram = 'boot.sh'

/**
 * Nothing but last words until the script begins. All of KASAN's reports, not only the first. `seccomp` is how a
 * process of the machine is held; the other way is `ptrace`, which is closed.
 */
const kernelParameters = [
  ...['mem=64M', 'initrd=/work/initramfs', 'con0=null,fd:1', 'con=null', 'seccomp=on'],
  ...['loglevel=1', 'lpj=20000000', 'kasan_multi_shot', 'noreboot'],
  ...[`rdinit=${firstProgram}`, 'watchdog_thresh=1', 'sysctl.kernel.hung_task_check_interval_secs=1'],
]

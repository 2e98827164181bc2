import type { FormatRequest } from '#protocol/format.ts'
import type { Job } from '../sandbox.ts'
import { toKernelStyle } from './kernel-style.ts'

/** The files of a request that there is a formatter for, in the order in which they are formatted. */
export function toFormatted({ files }: FormatRequest): string[] {
  return Object.keys(files).filter((path) => /\.(?:rs|c|h)$/.test(path))
}

/**
 * The command that prints each file as its formatter has it, after a line with how many bytes that is. From standard
 * input, rustfmt looks for no other file that the text may name.
 */
export function toFormatJob(request: FormatRequest): Job {
  const { files, edition = '2021' } = request
  const style = `--style=${toKernelStyle(Object.values(files))}`
  return {
    command: ['busybox', 'sh', '-c', script, 'sh', edition, style, ...toFormatted(request)],
    files,
    needsStackBounds: true,
  }
}

const script = `edition=$1 style=$2; shift 2
for path; do
  case $path in
    *.rs) rustfmt --edition "$edition" <"$path" >/tmp/text || exit $? ;;
    *) clang-format-19 "$style" --assume-filename=driver.c <"$path" >/tmp/text || exit $? ;;
  esac
  busybox wc -c </tmp/text
  busybox cat /tmp/text
done`

import type { SourceFiles } from '#protocol/compile.ts'
import { clangMessages } from '../clang-diagnostics/parse-clang.ts'
import type { Job } from '../sandbox.ts'
import { toShell } from '../to-shell.ts'
import { courseFolder } from './c-flags.ts'
import { sourceTree, type KernelRoom } from './kernel-room.ts'
import { linkRefused } from './link-script.ts'

/** The command that makes a static program of a C file, on standard output. */
export function toProgramBuild({ directory }: KernelRoom, name: string, files: SourceFiles): Job {
  const compile = ['clang', ...toFlags(directory), '-c', '-o', '/tmp/program.o', `programs/${name}.c`]
  const link = ['ld.lld', '-static', '-s', '--threads=1', '-o', '/tmp/program', '/tmp/program.o']
  const script = [
    `${toShell(compile)} || exit $?`,
    `${toShell(link)} || exit ${linkRefused}`,
    'exec busybox cat /tmp/program',
  ]
  return {
    command: ['busybox', 'sh', '-c', script.join('\n')],
    files: { ...files, [`${headers}/linux/compiler.h`]: words, [`${headers}/linux/compiler_types.h`]: words },
  }
}

function toFlags(directory: string): string[] {
  const folders = [
    headers,
    `${sourceTree}/tools/include/nolibc`,
    `${sourceTree}/arch/x86/include/uapi`,
    `${directory}/arch/x86/include/generated/uapi`,
    `${sourceTree}/include/uapi`,
  ]
  return [
    ...['--target=x86_64-linux-gnu', '-std=gnu11', '-O1', '-Wall', '-Wextra', '-Wno-unused-parameter'],
    ...[
      '-nostdlibinc',
      '-ffreestanding',
      '-fno-pie',
      '-fno-stack-protector',
      '-fno-asynchronous-unwind-tables',
    ],
    ...['-D__EXPORTED_HEADERS__', ...folders.flatMap((folder) => ['-isystem', folder])],
    ...['-include', 'nolibc.h', ...clangMessages],
  ]
}

const headers = `${courseFolder}/uapi`

/** The words that `make headers_install` takes out of the headers for user space. */
const words = `#ifndef COURSE_WORDS
#define COURSE_WORDS
#define __user
#define __force
#define __packed __attribute__((__packed__))
#define __attribute_const__ __attribute__((__const__))
#define __always_inline inline __attribute__((__always_inline__))
#endif
`

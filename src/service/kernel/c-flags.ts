import { clangMessages } from '../clang-diagnostics/parse-clang.ts'
import type { KernelRoom } from './kernel-room.ts'

/** Paths of what is put beside a reader's files; these may have no file in the folder. */
export const courseFolder = 'course'
export const courseFile = {
  preamble: `${courseFolder}/preamble.h`,
  precompiled: `${courseFolder}/preamble.pch`,
  counted: `${courseFolder}/counted.h`,
}

/**
 * Comes after a precompiled header, which does not keep how far `__COUNTER__` is: counts 4096 on, further than headers
 * do. Else the names of a driver's BUILD_BUG_ON()s are those of the headers', and so are the words of their errors.
 */
export const counted = `${[
  '#define C_1 __COUNTER__',
  ...[8, 64, 512, 4096].map(
    (size) =>
      `#define C_${size} ${Array(8)
        .fill(`C_${size / 8}`)
        .join('+')}`,
  ),
  '#if C_4096',
  '#endif',
  ...[1, 8, 64, 512, 4096].map((size) => `#undef C_${size}`),
].join('\n')}\n`

/** Kbuild's flags for a module, as User-Mode Linux needs them to see what a driver does to memory. */
export function toCFlags({ c }: KernelRoom, precompiled?: string): string[] {
  const flags = precompiled === undefined ? c.arguments : withHeader(c.arguments, precompiled)
  // The kernel's own memcpy is only checked if clang knows it for one.
  return [...flags, '-fbuiltin', ...clangMessages].map(withStack)
}

/** What it was made of is known, and the times of files may be others where the room was unpacked. */
function withHeader(flags: string[], path: string): string[] {
  return [
    ...withoutIncludes(flags),
    '-include-pch',
    path,
    '-Xclang',
    '-fno-validate-pch',
    '-include',
    courseFile.counted,
  ]
}

/** They are in the precompiled header, and some may not come twice. */
function withoutIncludes(flags: string[]): string[] {
  return flags.filter((flag, index) => flag !== '-include' && flags[index - 1] !== '-include')
}

/** In a module, KASAN may watch the stack as well; the kernel leaves it off because of what it costs. */
function withStack(flag: string): string {
  return flag === '-asan-stack=0' ? '-asan-stack=1' : flag
}

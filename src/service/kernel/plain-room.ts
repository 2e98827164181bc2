import type { KernelRoom } from './kernel-room.ts'

/**
 * The same kernel without what its compilers add to watch memory or to turn a driver's words on, and with calls as on x86: in User-Mode Linux a module may
 * be far from the kernel, so that each call takes 12 bytes instead of 5. What it makes is to be looked at, not to be loaded.
 */
export function toPlainRoom(room: KernelRoom): KernelRoom {
  return {
    ...room,
    rust: { ...room.rust, arguments: room.rust.arguments.filter(isWanted).map(toNear) },
    c: { arguments: withoutLlvm(room.c.arguments).filter(isWanted).map(toNear) },
  }
}

/** What a sanitizer asks of LLVM are two words in C. */
function withoutLlvm(flags: string[]): string[] {
  const isSanitizer = (index: number) => flags[index] === '-mllvm' && flags[index + 1]?.startsWith('-asan-')
  return flags.filter((_, index) => !isSanitizer(index) && !isSanitizer(index - 1))
}

function isWanted(flag: string): boolean {
  return !/^(-fsanitize|-Zsanitizer|-Cllvm-args=-asan|-DDYNAMIC_DEBUG_MODULE$)/.test(flag)
}

function toNear(flag: string): string {
  return nearOf[flag] ?? flag
}

const nearOf: Record<string, string> = {
  '-mcmodel=large': '-mcmodel=kernel',
  '-Ccode-model=large': '-Ccode-model=kernel',
}

import { toShell } from '../to-shell.ts'
import type { KernelRoom } from './kernel-room.ts'

/** What the script ends with when the linker refuses. */
export const linkRefused = 3

/** A command that makes an object file of a reader's source. */
export interface ObjectJob {
  command: string[]
  object: string
}

/**
 * A command that runs compilers and then does what Kbuild does after modpost: it links what they made with the part that
 * tells the kernel of the two functions of a module. Prints the module. Each compiler has its say, even if one before it refused.
 */
export function compileAndLink({ link, modules }: KernelRoom, compilers: ObjectJob[]): string[] {
  const objects = [...compilers.map(({ object }) => object), modules.driver, modules.common]
  const flags = link.arguments.map((flag) => (isLayout(flag) ? keptLayout : flag))
  const script = [
    'refused=0',
    ...compilers.map(({ command }) => `${toShell(command)} || refused=$?`),
    '[ $refused = 0 ] || exit $refused',
    keepInit(link.arguments),
    `${toShell(quickLinker(flags, objects))} 2>/dev/null || ${toShell(tellingLinker(flags, objects))} || exit ${linkRefused}`,
    `exec busybox cat ${linked}`,
  ]
  return ['busybox', 'sh', '-c', script.join('\n')]
}

/** A command that runs compilers and prints what they wrote, up to more than anybody reads. */
export function compileAndPrint(compilers: ObjectJob[]): string[] {
  const script = [
    ...compilers.map(({ command }) => `${toShell(command)} || exit $?`),
    `busybox cat ${toShell(compilers.map(({ object }) => object))} | busybox head -c ${mostPrinted}`,
  ]
  return ['busybox', 'sh', '-c', script.join('\n')]
}

/** Bytes. */
const mostPrinted = 8_000_000

const linked = '/tmp/driver.ko'

/** Takes a tenth of the time of the other, which loads all of LLVM. */
function quickLinker(flags: string[], objects: string[]): string[] {
  return ['ld.bfd', ...flags, '-o', linked, ...objects]
}

/** Refuses the same, in words that `toLinkerErrors` reads. */
function tellingLinker(flags: string[], objects: string[]): string[] {
  return ['ld.lld', ...flags, '--threads=1', '-o', linked, ...objects]
}

const keptLayout = '/tmp/module.lds'

/** The kernel forgets the code of a module's init once it was run; among the other code it stays, and so do its names. */
function keepInit(flags: string[]): string {
  return `busybox sed 's/\\*(\\.text /*(.init.text .text /' ${flags.find(isLayout)} > ${keptLayout}`
}

function isLayout(flag: string): boolean {
  return flag.endsWith('/module.lds')
}

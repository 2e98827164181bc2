import type { Diagnostic } from '#protocol/diagnostic.ts'
import { capDiagnostics } from '../parsing/cap-diagnostics.ts'
import { takeLines } from '../parsing/take-lines.ts'
import type { KernelRoom } from './kernel-room.ts'

/** What the script ends with when the linker refuses. */
export const linkRefused = 3

/**
 * A command that runs a compiler, which makes `/tmp/driver.o`, and then does what Kbuild does after modpost: it links
 * the object with the part that tells the kernel of the two functions of a module. Prints the module.
 */
export function compileAndLink({ link, modules }: KernelRoom, compiler: string[]): string[] {
  const parts = [modules.driver, modules.common]
  return ['busybox', 'sh', '-c', script(link.arguments), 'build', ...parts, ...compiler]
}

/** Everything but the linker's flags comes as an argument; those are of the room, not of a reader. */
function script(flags: string[]): string {
  return `driver=$1 common=$2
shift 2
"$@" || exit
${keepInit(flags)}
ld.lld ${flags.map((flag) => (isLayout(flag) ? keptLayout : flag)).join(' ')} --threads=1 -o /tmp/driver.ko /tmp/driver.o "$driver" "$common" || exit ${linkRefused}
exec busybox cat /tmp/driver.ko`
}

const keptLayout = '/tmp/module.lds'

/** The kernel forgets the code of a module's init once it was run; among the other code it stays, and so do its names. */
function keepInit(flags: string[]): string {
  return `busybox sed 's/\\*(\\.text /*(.init.text .text /' ${flags.find(isLayout)} > ${keptLayout}`
}

function isLayout(flag: string): boolean {
  return flag.endsWith('/module.lds')
}

/** What the linker says of the two parts of a module, such as that both have a symbol. */
export function toLinkerErrors(stderr: string): Diagnostic[] {
  const { lines, hasMore } = takeLines(stderr)
  const errors = lines.filter((line) => line.startsWith(errorPrefix)).map(toLinkerError)
  return capDiagnostics(errors, { lines: hasMore })
}

const errorPrefix = 'ld.lld: error: '

function toLinkerError(line: string): Diagnostic {
  const message = line.slice(errorPrefix.length)
  return { severity: 'error', code: 'ld.lld', message, spans: [], children: [], fixes: [] }
}

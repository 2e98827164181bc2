import { closeSync, readdirSync, readFileSync } from 'node:fs'

/**
 * Closes what the program that started this process has left open. Node's own files close by themselves when another
 * program is started; those would be open in the sandbox as well, and a folder among them would be a way out of it.
 */
export function closeInherited(): void {
  if (process.platform !== 'linux') return
  for (const fd of readdirSync('/proc/self/fdinfo').map(Number)) {
    if (fd > lastStandardFd && isPassedOn(fd)) closeSync(fd)
  }
}

const lastStandardFd = 2
const O_CLOEXEC = 0o2000000

function isPassedOn(fd: number): boolean {
  const flags = /^flags:\s+([0-7]+)$/m.exec(readInfo(fd))?.[1]
  return flags !== undefined && (parseInt(flags, 8) & O_CLOEXEC) === 0
}

/** Nothing for the descriptor that the list itself was read with. */
function readInfo(fd: number): string {
  try {
    return readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8')
  } catch {
    return ''
  }
}

import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives a path that nobody else has, in a folder that ends with this process. It is in memory if it can be: a disk may be full. */
export function newPrivatePath(): string {
  folder ??= makeFolder()
  count += 1
  return join(folder, `${count}`)
}

let folder: string | undefined
let count = 0

function makeFolder(): string {
  const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
  removeLeft(place)
  const made = mkdtempSync(join(place, `no-oops-${process.pid}-`))
  process.on('exit', () => rmSync(made, { recursive: true, force: true }))
  return made
}

/** Those of our own processes that were killed. */
function removeLeft(place: string): void {
  for (const name of readdirSync(place)) {
    const pid = /^no-oops-(\d+)-\w+$/.exec(name)?.[1]
    const path = join(place, name)
    if (pid === undefined || existsSync(`/proc/${pid}`) || !isOurs(path)) continue
    rmSync(path, { recursive: true, force: true })
  }
}

/** Nobody else can change what is in such a folder while it is removed. */
function isOurs(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === process.getuid?.()
}

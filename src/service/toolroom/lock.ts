import { open } from 'node:fs/promises'
import { runHostCommand } from './host-command.ts'

/** Lets go of a lock. */
export type Release = () => Promise<void>

/**
 * Waits until no other process holds the lock on the file, then holds it until told to release it or until this process
 * ends, however it ends: the kernel keeps the lock with the open file.
 */
export async function takeLock(path: string): Promise<Release> {
  const release = await lock(path, [])
  if (!release) throw new Error(`flock could not lock ${path}`)
  return release
}

/** The same, but gives up at once if another process holds it. */
export async function tryLock(path: string): Promise<Release | undefined> {
  return await lock(path, ['--nonblock'])
}

async function lock(path: string, options: string[]): Promise<Release | undefined> {
  const file = await open(path, 'a')
  const { code } = await runHostCommand(['flock', '--exclusive', ...options, '3'], { file: file.fd })
  if (code === 0) return () => file.close()
  await file.close()
  return undefined
}

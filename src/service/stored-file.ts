import { randomUUID } from 'node:crypto'
import { closeSync, openSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Bytes on the disk that no path leads to. To lend them to a job costs less than to send them through a pipe. */
export interface StoredFile {
  readonly bytes: number
  /** Opens a new descriptor that reads from the beginning; the caller closes it. */
  open(): number
  /** Frees the bytes a minute later: a job that was about to open them still can. */
  forget(): void
}

/** Stores bytes until they are forgotten, at most for as long as this process lives. */
export function storeFile(content: Uint8Array): StoredFile {
  const path = join(tmpdir(), `no-oops-${randomUUID()}`)
  const fd = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  writeFileSync(fd, content)
  return {
    bytes: content.length,
    open: () => openSync(`/proc/self/fd/${fd}`, 'r'),
    forget: () => void setTimeout(() => closeSync(fd), closeDelay).unref(),
  }
}

/** In milliseconds. */
const closeDelay = 60_000

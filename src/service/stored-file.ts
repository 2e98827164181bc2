import { randomUUID } from 'node:crypto'
import { closeSync, openSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Bytes on the disk that no path leads to. Lending them to a job costs less than sending them through a pipe. */
export interface StoredFile {
  readonly bytes: number
  /** A descriptor of its own, to read from the beginning; whoever asks closes it. */
  open(): number
  /** Lets go of the bytes, a moment later: a job that was about to open them still can. */
  forget(): void
}

/** Stores bytes for as long as this process lives, or until they are forgotten. */
export function storeFile(content: Uint8Array): StoredFile {
  const path = join(tmpdir(), `no-oops-${randomUUID()}`)
  const fd = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  writeFileSync(fd, content)
  return {
    bytes: content.length,
    open: () => openSync(`/proc/self/fd/${fd}`, 'r'),
    forget: () => void setTimeout(() => closeSync(fd), moment).unref(),
  }
}

const moment = 60_000

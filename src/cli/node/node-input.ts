import type { ReadStream } from 'node:tty'
import { CommandFailure } from '../command-failure.ts'
import type { Input } from '../host.ts'

/** What a terminal sends for Ctrl-D. */
const endOfInput = '\x04'

/** More than the service takes is not read. */
const mostBytes = 1024 * 1024

/** Makes the standard input of a process. */
export function createNodeInput(stdin: ReadStream): Input {
  return {
    get isTty() {
      return stdin.isTTY ?? false
    },
    readAll: (signal) => readAll(stdin, signal),
    readKeys(onText, signal) {
      stdin.setRawMode?.(true)
      const onEnd = () => onText(endOfInput)
      stdin.setEncoding('utf8').on('data', onText).on('end', onEnd).resume()
      signal.addEventListener('abort', () => {
        stdin.off('data', onText).off('end', onEnd).pause()
        stdin.setRawMode?.(false)
      })
    },
    onResize(onSize, signal) {
      process.stdout.on('resize', onSize)
      signal.addEventListener('abort', () => process.stdout.off('resize', onSize))
    },
  }
}

async function readAll(stdin: ReadStream, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let bytes = 0
  const stop = () => stdin.destroy(new Error('interrupted'))
  signal.addEventListener('abort', stop)
  try {
    for await (const chunk of stdin as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes > mostBytes)
        throw new CommandFailure('There is more on standard input than the service takes.')
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
  return Buffer.concat(chunks)
}

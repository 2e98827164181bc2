import { ConsoleStdout, File, OpenFile, WASI } from '@bjorn3/browser_wasi_shim'

/** What a program of WebAssembly did. */
export interface Ran {
  code: number | 'trap'
  stdout: string
  stderr: string
}

/** Runs a program to its end, as a browser would. */
export async function runWasm(module: Uint8Array<ArrayBuffer>, args: string[]): Promise<Ran> {
  const streams = { stdout: '', stderr: '' }
  const fds = [new OpenFile(new File([])), collect(streams, 'stdout'), collect(streams, 'stderr')]
  const wasi = new WASI(args, [], fds, { debug: false })
  const { instance } = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport })
  return { code: start(wasi, instance), ...streams }
}

function collect(streams: Record<'stdout' | 'stderr', string>, name: 'stdout' | 'stderr'): ConsoleStdout {
  const decoder = new TextDecoder()
  return new ConsoleStdout((bytes) => (streams[name] += decoder.decode(bytes, { stream: true })))
}

function start(wasi: WASI, instance: WebAssembly.Instance): Ran['code'] {
  try {
    return wasi.start(instance as Parameters<WASI['start']>[0])
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return 'trap'
    throw error
  }
}

import { readFileSync } from 'node:fs'
import { WASI } from 'node:wasi'

/** Runs a WebAssembly module in the sandbox: the first argument is its file, all others are its own. */
const [file, ...args] = process.argv.slice(2)
const wasi = new WASI({ version: 'preview1', args: ['main', ...args] })
const { instance } = await WebAssembly.instantiate(readFileSync(file), wasi.getImportObject())
// Above that they would be those of signals.
process.exitCode = Math.min(start(), 128)

function start() {
  try {
    return wasi.start(instance)
  } catch (error) {
    return tell(error)
  }
}

/** A panic has said why itself; all that ends a program otherwise has the same code. */
function tell(error) {
  const isPanic = error instanceof WebAssembly.RuntimeError && error.message === 'unreachable'
  if (!isPanic) console.error(`\nThe program was ended: ${error.message}.`)
  return 101
}

// The page that stands for StackBlitz's: it speaks with the real wrapper as that does, and asks real Node for all else.
// oxlint-disable-next-line import/no-absolute-path -- the stand-in serves it there
import { Comlink } from '/comlink.mjs'

const listeners = new Map()
let count = 0

/** Node tells what its watchers and processes do. */
window.tellPage = (message) => listeners.get(message.watch ?? message.process)?.(message)

const ask = (method, ...args) => window.askNode(JSON.stringify({ method, args }))

const toBase64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
const encode = (data) => toBase64(typeof data === 'string' ? new TextEncoder().encode(data) : data)

const fs = {
  readFile: async (path) => fromBase64(await ask('readFile', path)),
  writeFile: (path, data) => ask('writeFile', path, encode(data)),
  rename: (from, to) => ask('rename', from, to),
  rm: (path, options) => ask('rm', path, options),
  mkdir: (path, options) => ask('mkdir', path, options),
  readdir: (path) => ask('readdir', path),
  async watch(path, _options, listener) {
    const id = ++count
    listeners.set(id, ({ event, name }) => listener(event, name))
    await ask('watch', path, id)
    return Comlink.proxy({ close: () => void listeners.delete(id) })
  },
}

async function run(request, ...[, , onOutput]) {
  const id = ++count
  const { promise: onExit, resolve } = Promise.withResolvers()
  listeners.set(id, ({ output, exit }) => {
    if (output !== undefined) return onOutput?.(fromBase64(output))
    onOutput?.(null)
    resolve(exit)
  })
  await ask('run', request, id)
  return Comlink.proxy({
    onExit,
    write: (text) => ask('type', id, text),
    kill: () => ask('kill', id),
    resize: (size) => ask('resize', id, size),
  })
}

const instance = {
  fs: () => Comlink.proxy(fs),
  previewScript: () => null,
  runtimeInfo: () => ask('info'),
  run,
  loadFiles: (bytes) => ask('mount', JSON.parse(new TextDecoder().decode(bytes))),
  teardown: () => {},
  on: () => Comlink.proxy(() => {}),
}

const { port1, port2 } = new MessageChannel()
Comlink.expose({ build: () => Comlink.proxy(instance) }, port1)
parent.postMessage({ type: 'init' }, '*', [port2])

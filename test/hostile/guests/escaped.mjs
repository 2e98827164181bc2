// What a program could do that has got out of WebAssembly, and has all of Node.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { lookup } from 'node:dns/promises'

const attempt = (name, act) => {
  try {
    console.log(name, act())
  } catch (error) {
    console.log(name, error.code ?? error.message)
  }
}
const readable = (path) => attempt(path, () => readFileSync(path).length > 0)
for (const path of [
  '/etc/passwd',
  '/etc/shadow',
  '/proc/self/environ',
  '/proc/1/cmdline',
  '/root/.ssh/id_rsa',
])
  readable(path)
attempt('root', () => readdirSync('/').sort().join(' '))
attempt('work', () => readdirSync('/work').sort().join(' '))
attempt('changes', () => writeFileSync('/work/node', 'x'))
attempt('writes', () => writeFileSync('/usr/bin/x', 'x'))
attempt('environment', () => Object.keys(process.env).sort().join(' '))
const socket = connect({ host: '127.0.0.1', port: 80 })
socket.on('connect', () => console.log('network true'))
socket.on('error', ({ code }) => console.log('network', code))
lookup('example.org').then(
  () => console.log('names true'),
  ({ code }) => console.log('names', code),
)

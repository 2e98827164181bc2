import { describe, expect, it } from 'vitest'
import { openSandbox } from './sandboxed.ts'

const target = ['--edition', '2021', '--target', 'wasm32-wasip1']
const files = { 'main.rs': 'fn main() {\n    println!("hello");\n}\n' }

describe('The compilers in the sandbox', () => {
  it('check a program', async () => {
    const command = ['rustc', ...target, '--emit', 'metadata=/tmp/main', 'main.rs']
    expect(await openSandbox().run({ command, files })).toMatchObject({ kind: 'exited', code: 0, stderr: '' })
  })

  it('lint a program', async () => {
    const command = [
      'clippy-driver',
      ...target,
      '--emit',
      'metadata=/tmp/main',
      '-W',
      'clippy::unwrap_used',
      'main.rs',
    ]
    const ended = await openSandbox().run({
      command,
      files: { 'main.rs': 'fn main() {\n    println!("{}", Some(1).unwrap());\n}\n' },
    })
    expect(ended).toMatchObject({ kind: 'exited', code: 0 })
    expect(ended.kind === 'exited' && ended.stderr).toContain('used `unwrap()`')
  })

  it('explain an error code', async () => {
    const ended = await openSandbox().run({ command: ['rustc', '--explain', 'E0505'], files: {} })
    expect(ended.kind === 'exited' && Buffer.from(ended.stdout).toString()).toContain(
      'moved out while it was still',
    )
  })

  it.each([[[]], [['--test']]])('link a program for WebAssembly with %j', async (options: string[]) => {
    const build = [
      'rustc',
      ...target,
      '-Clinker=wasm-ld-19',
      '-Cstrip=symbols',
      ...options,
      '-o',
      '/tmp/main.wasm',
      'main.rs',
    ].join(' ')
    const command = ['busybox', 'sh', '-c', `${build} && exec busybox cat /tmp/main.wasm`]
    const ended = await openSandbox().run({ command, files })
    expect(ended.kind === 'exited' && WebAssembly.validate(new Uint8Array(ended.stdout))).toBe(true)
  })
})

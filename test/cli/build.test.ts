import { describe, expect, it } from 'vitest'
import { createFakeHost } from './fake-host.ts'
import { fetchOf, serviceThatSays } from './fetch-of.ts'

const fetch = fetchOf(serviceThatSays(''))

describe('no-oops build', () => {
  it('writes the WebAssembly of a program where it is told', async () => {
    const { run, files } = createFakeHost({ files: { 'main.rs': 'fn main() {}' }, fetch })
    expect(await run('build main.rs --output out/main.wasm')).toBe(0)
    expect(files['out/main.wasm']).toEqual(new Uint8Array([0, 97, 115, 109]))
  })

  it('writes nothing of a program that is refused', async () => {
    const refusing = fetchOf(serviceThatSays('{"level":"error"}'))
    const { run, files } = createFakeHost({ files: { 'main.rs': '' }, fetch: refusing })
    expect(await run('build main.rs -o main.wasm')).toBe(1)
    expect(Object.keys(files)).toEqual(['main.rs'])
  })

  it('has no file to write of a module, and says so before it asks anybody', async () => {
    const { run, err } = createFakeHost({ files: { 'driver.c': '' } })
    expect(await run('build driver.c -o driver.ko')).toBe(2)
    expect(err()).toContain('A module stays with the service')
  })
})

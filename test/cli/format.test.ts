import { describe, expect, it } from 'vitest'
import type { Fetch } from '#playground/backends/send-request.ts'
import { FormatRequest } from '#protocol/format.ts'
import { createFakeHost } from './fake-host.ts'

/** Lays out by taking blanks off the ends of lines, and cannot read a brace that is not closed. */
const tidying: Fetch = async (_address, init) => {
  const { files } = FormatRequest.parse(JSON.parse(init?.body as string))
  const [name, text] = Object.entries(files)[0]!
  if (text.includes('{') && !text.includes('}'))
    return Response.json({
      outcome: 'rejected',
      file: name,
      message: `${name}: this file contains an unclosed delimiter`,
    })
  return Response.json({ outcome: 'formatted', files: { [name]: text.replaceAll(/ +$/gm, '') } })
}

describe('no-oops format', () => {
  it('writes the files that change, and says which', async () => {
    const { run, out, files } = createFakeHost({
      files: { 'a.rs': 'x  \n', 'b.c': 'y\n', 'c.md': 'z  \n' },
      fetch: tidying,
    })
    expect(await run('format .')).toBe(0)
    expect(files).toEqual({ 'a.rs': 'x\n', 'b.c': 'y\n', 'c.md': 'z  \n' })
    expect(out()).toBe('a.rs is formatted now\n')
  })

  it('writes nothing where it is only to look', async () => {
    const { run, out, files } = createFakeHost({ files: { 'a.rs': 'x  \n' }, fetch: tidying })
    expect(await run('format --check a.rs')).toBe(1)
    expect([files['a.rs'], out()]).toEqual(['x  \n', 'a.rs is not formatted\n'])
  })

  it('leaves a file that cannot be read as it is, and says why', async () => {
    const { run, err, files } = createFakeHost({ files: { 'my file.rs': 'fn f() {  ' }, fetch: tidying })
    expect(await run('format .')).toBe(1)
    expect(files['my file.rs']).toBe('fn f() {  ')
    expect(err()).toBe(
      'no-oops: my file.rs cannot be read: my file.rs: this file contains an unclosed delimiter\n',
    )
  })

  it('takes standard input to standard output', async () => {
    const { run, out } = createFakeHost({ stdin: 'x  \n', fetch: tidying })
    expect(await run('format -')).toBe(0)
    expect(out()).toBe('x\n')
  })
})

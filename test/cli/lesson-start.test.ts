import { describe, expect, it } from 'vitest'
import type { Fetch } from '#playground/backends/send-request.ts'
import { student } from './lesson-course.ts'

describe('no-oops lesson list', () => {
  it('lists the lessons with their numbers and names', async () => {
    const { run, out } = student()
    expect(await run('lesson list')).toBe(0)
    expect(out()).toBe(
      '  3.2  ownership/deadline  userspace  A deadline\n  5.1  first-module/exit   kernel     Module and exit\n  2.1  rust/integers                  Integers\n',
    )
  })
})

describe('no-oops lesson start', () => {
  it.each(['ownership/deadline', 'deadline', '3.2'])(
    'writes what «%s» begins with into a new folder',
    async (name) => {
      const { run, out, files } = student()
      expect(await run(`lesson start ${name}`)).toBe(0)
      expect(Object.keys(files).sort()).toEqual(
        ['.no-oops.json', 'README.md', 'boot.sh', 'driver.c', 'main.rs', 'ring.rs'].map(
          (file) => `deadline/${file}`,
        ),
      )
      expect(files['deadline/main.rs']).toBe('refused\n')
      expect(out()).toContain('Read http://127.0.0.1:4321/ownership/deadline/, change main.rs')
    },
  )

  it('writes nothing over', async () => {
    const { run, err, files } = student({ files: { 'deadline/notes.txt': 'mine' } })
    expect(await run('lesson start deadline')).toBe(2)
    expect(files).toEqual({ 'deadline/notes.txt': 'mine' })
    expect(err()).toContain('«deadline» is there already, and has files in it')
  })

  it.each([
    ['lesson start nothing', 2, 'There is no lesson «nothing»'],
    ['lesson start integers', 1, 'is on its page: http://127.0.0.1:4321/rust/integers/'],
  ])('says why «%s» is not done', async (line, code, says) => {
    const { run, err } = student()
    expect(await run(line)).toBe(code)
    expect(err()).toContain(says)
  })

  it('says so where the service is of another version, or has no lessons', async () => {
    const newer: Fetch = async () => Response.json({ version: 2, lessons: [] })
    const bare: Fetch = async (address) =>
      new Response('', { status: address.endsWith('/healthz') ? 200 : 404 })
    for (const [fetch, says] of [
      [newer, 'older, newer or something else'],
      [bare, 'There are no lessons at http://'],
    ] as const) {
      const { run, err } = student({ fetch })
      expect(await run('lesson list')).toBe(3)
      expect(err()).toContain(says)
    }
  })
})

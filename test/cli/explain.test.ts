import { describe, expect, it } from 'vitest'
import type { Fetch } from '#playground/backends/send-request.ts'
import { createFakeHost } from './fake-host.ts'

const explained = {
  code: 'E0505',
  title: 'A value is moved away while it is lent',
  bug: 'use-after-free',
  ours: 'It *dangles*.\n\n```rust kernel fails=E0505\n//# use kernel::prelude::*;\nfn f() {}\n```\n',
  lessons: [{ href: '/ownership/borrow-deadline/', title: 'A deadline', number: '3.2' }],
  rustc: 'A value was moved out while it was still borrowed.',
}
const course: Fetch = async (address) =>
  address === 'http://127.0.0.1:4321/errors/E0505.json'
    ? Response.json(explained)
    : new Response('<!doctype html>', { status: 404 })

describe('no-oops explain', () => {
  it('prints what the course says, without what is only there for the compiler', async () => {
    const { run, out } = createFakeHost({ fetch: course })
    expect(await run('explain e505')).toBe(0)
    expect(out()).toMatch(/^E0505: A value is moved away while it is lent\n\nIn C: use-after-free\.\n/)
    expect(out()).toContain('```rust\nfn f() {}\n```')
    expect(out()).toContain('  3.2 A deadline  http://127.0.0.1:4321/ownership/borrow-deadline/')
    expect(out()).not.toContain('was moved out')
  })

  it('prints rustc’s own text, too, where that is asked for', async () => {
    const { run, out } = createFakeHost({ fetch: course })
    await run('explain --rustc E0505')
    expect(out()).toContain('rustc says:\n\nA value was moved out')
  })

  it('asks the site where that is not with the service, also one below a path', async () => {
    const lessons = [{ href: '/course/ownership/borrow-deadline/', title: 'A deadline', number: '3.2' }]
    const fetch: Fetch = async (address) =>
      address === 'https://example.org/course/errors/E0505.json'
        ? Response.json({ ...explained, lessons })
        : new Response('', { status: 404 })
    const { run, out } = createFakeHost({ fetch, env: { NO_OOPS_SITE: 'https://example.org/course/' } })
    expect(await run('explain E0505')).toBe(0)
    expect(out()).toContain('3.2 A deadline  https://example.org/course/ownership/borrow-deadline/')
    expect(out().trim()).toMatch(/https:\/\/example\.org\/course\/errors\/E0505\/$/)
  })

  it('says so where the course does not know a code', async () => {
    const { run, err } = createFakeHost({ fetch: course })
    expect(await run('explain E9999')).toBe(1)
    expect(err()).toContain('knows no error code E9999')
  })
})

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { securityTxt } from '#scripts/site-build/security-txt.ts'

let dist: string

beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'no-oops-dist-'))
})

afterEach(() => rm(dist, { recursive: true }))

it('says where mistakes of security are reported, for a year', async () => {
  await build('mailto:security@example.org')
  const text = await readFile(join(dist, '.well-known/security.txt'), 'utf8')
  expect(text).toContain('Contact: mailto:security@example.org\n')
  const expires = new Date(/^Expires: (.*)$/m.exec(text)![1]!)
  const days = (expires.getTime() - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(363)
  expect(days).toBeLessThan(367)
})

it('writes nothing without an address', async () => {
  await build(undefined)
  expect(await readdir(dist)).toEqual([])
})

it('refuses what is no address, and says what one looks like', () => {
  expect(() => securityTxt('security@example.org')).toThrow('«mailto:…»')
})

async function build(contact: string | undefined) {
  const hook = securityTxt(contact).hooks['astro:build:done'] as unknown as (options: {
    dir: URL
  }) => Promise<void>
  await hook({ dir: pathToFileURL(`${dist}/`) })
}

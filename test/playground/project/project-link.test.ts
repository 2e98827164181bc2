import { expect, it } from 'vitest'
import { readProjectFragment, toProjectFragment } from '#playground/project/project-link.ts'
import type { Project } from '#playground/project/project.ts'
import { packText } from '#playground/program/share-link.ts'

const project: Project = {
  ...{ target: 'kernel', sides: 'both', variant: 'lockdep', edition: '2021', shown: 'driver.c' },
  files: { 'driver.c': 'int größer; /* ✓ 🦀 */\n', 'driver.rs': '//! A driver.\n', 'ring.rs': '' },
  ...{ script: 'insmod driver.ko\n', input: '', lesson: 'driver-model/probe' },
}

const packed = (value: unknown, name = 'work1') => packText(name, JSON.stringify(value))

it('A link gives back all of what it was made of', async () => {
  const fragment = await toProjectFragment(project)
  expect(fragment).toMatch(/^work1=[\w-]+$/)
  expect(await readProjectFragment(`#${fragment}`)).toEqual({ kind: 'project', project })
})

it('A link of the time when it held one program is still read', async () => {
  const fragment = await packText('code', 'fn main() {}')
  expect(await readProjectFragment(`#${fragment}`)).toEqual({
    kind: 'project',
    project: { target: 'userspace', sides: 'rust', files: { 'main.rs': 'fn main() {}' } },
  })
})

it.each(['', '#main', '#working', '#work-queues', '#codes=1'])(
  'A page with «%s» holds nothing',
  async (hash) => {
    expect(await readProjectFragment(hash)).toEqual({ kind: 'none' })
  },
)

it.each(['#code=%%%', '#work1=AAAA', '#work1=', '#work='])('%s is told as damaged', async (fragment) => {
  expect(await readProjectFragment(fragment)).toEqual({ kind: 'broken' })
})

it('A link that was cut is told as damaged', async () => {
  const fragment = await toProjectFragment(project)
  expect(await readProjectFragment(fragment!.slice(0, -12))).toEqual({ kind: 'broken' })
})

it('A link of a newer version is told as such, whatever it holds', async () => {
  expect(await readProjectFragment('#work2=whatever')).toEqual({ kind: 'newer' })
  expect(await readProjectFragment((await packed(project, 'work30'))!)).toEqual({ kind: 'newer' })
})

it.each([
  ['no files', { ...project, files: undefined }],
  ['a path out of the folder', { ...project, files: { '../x': '' } }],
  ['a file that is no text', { ...project, files: { 'driver.c': 7 } }],
  ['a kernel that nobody has', { ...project, variant: 'windows' }],
  ['a lesson that is none', { ...project, lesson: '../secrets' }],
  ['commands that are no text', { ...project, script: ['reboot'] }],
  ['too many files', { files: Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`a${n}`, ''])) }],
  ['nothing', null],
])('A link with %s is told as damaged', async (_, value) => {
  expect(await readProjectFragment((await packed(value))!)).toEqual({ kind: 'broken' })
})

it('A small link that unpacks to very much is told as too long', async () => {
  const bomb = new Blob([new Uint8Array(5_000_000)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'))
  const data = Buffer.from(await new Response(bomb).arrayBuffer()).toString('base64url')
  expect(await readProjectFragment(`#work1=${data}`)).toEqual({ kind: 'too long' })
})

it('What is too long to share gives no link', async () => {
  const noise = Array.from({ length: 40_000 }, () => Math.random().toString(36)[2]).join('')
  expect(await toProjectFragment({ ...project, files: { 'driver.c': noise } })).toBeUndefined()
  expect(await toProjectFragment({ ...project, files: { 'driver.c': 'x'.repeat(200_000) } })).toBeUndefined()
})

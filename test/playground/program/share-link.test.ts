import { expect, it } from 'vitest'
import { readFragment, toFragment } from '#playground/program/share-link.ts'

it('a link gives back the program that it was made of', async () => {
  const code = 'fn main() {\n    println!("größer ✓ 🦀");\n}\n'
  const fragment = await toFragment(code)
  expect(fragment).toMatch(/^code=[\w-]+$/)
  expect(await readFragment(`#${fragment}`)).toEqual({ kind: 'code', code })
})

it('a page without a fragment holds no program', async () => {
  expect(await readFragment('')).toEqual({ kind: 'none' })
  expect(await readFragment('#main')).toEqual({ kind: 'none' })
})

it.each(['#code=%%%', '#code=AAAA', '#code='])('%s is told as broken', async (fragment) => {
  expect(await readFragment(fragment)).toEqual({ kind: 'broken' })
})

it('a link that was cut is told as broken', async () => {
  const fragment = await toFragment('fn main() { println!("a program of some length"); }')
  expect(await readFragment(fragment!.slice(0, -12))).toEqual({ kind: 'broken' })
})

it('a small link that unpacks to very much is broken', async () => {
  const bomb = new Blob([new Uint8Array(5_000_000)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'))
  const packed = Buffer.from(await new Response(bomb).arrayBuffer()).toString('base64url')
  expect(await readFragment(`#code=${packed}`)).toEqual({ kind: 'broken' })
})

it('a program too long to share gives no link', async () => {
  expect(await toFragment('x'.repeat(70_000))).toBeUndefined()
  const noise = Array.from({ length: 30_000 }, (_, index) =>
    String.fromCharCode(33 + ((index * 7919) ** 2 % 90)),
  ).join('')
  expect(
    await toFragment(noise + Array.from({ length: 20_000 }, () => Math.random().toString(36)[2]).join('')),
  ).toBeUndefined()
})

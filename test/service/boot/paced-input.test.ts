import { expect, it } from 'vitest'
import { createPacedInput } from '#service/boot/paced-input.ts'

function open() {
  const written: string[] = []
  const input = createPacedInput((text) => written.push(text))
  return { input, written, sizes: () => written.map(({ length }) => length) }
}

it('lets keys through at once', () => {
  const { input, written } = open()
  input.type('l')
  input.note(1)
  input.type('s')
  expect(written).toEqual(['l', 's'])
  input.end()
})

it('sends what is pasted in pieces, each when the one before has been shown, or after a moment', async () => {
  const { input, sizes } = open()
  input.type('x'.repeat(1600))
  expect(sizes()).toEqual([512])
  input.note(400)
  expect(sizes()).toEqual([512])
  input.note(112)
  expect(sizes()).toEqual([512, 512])
  await expect.poll(sizes).toEqual([512, 512, 512, 64])
  input.end()
})

it('sends Ctrl-C at once, and nothing that was to come before it', () => {
  const { input, written } = open()
  input.type('x'.repeat(1600))
  input.type('\u0003')
  expect(written.at(-1)).toBe('\u0003')
  input.end()
})

it('keeps no more than a page of what nobody reads', async () => {
  const { input, written } = open()
  for (let count = 0; count < 1000; count++) input.type('x'.repeat(4096))
  for (let count = 0; count < 1000; count++) input.note(512)
  expect(written.join('').length).toBeLessThan(80_000)
  input.end()
})

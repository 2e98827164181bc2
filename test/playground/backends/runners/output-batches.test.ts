import { expect, it } from 'vitest'
import { createBatches } from '#playground/backends/runners/output-batches.ts'
import type { Output } from '#playground/backends/runners/runner.ts'

function collect() {
  const sent: string[] = []
  const batches = createBatches((outputs) => sent.push(...outputs.map(({ text }) => text)))
  const write = (text: string) => batches.add({ stream: 'stdout', text } satisfies Output)
  return { ...batches, sent, write }
}

it('what a program writes again after it has begun again is not passed on again', () => {
  const { write, rewind, flush, sent } = collect()
  write('Name? ')
  rewind()
  write('Name? ')
  write('Ada\n')
  rewind()
  for (const text of ['Name? ', 'Ada\n', 'Place? ']) write(text)
  flush()
  expect(sent).toEqual(['Name? ', 'Ada\n', 'Place? '])
})

it('a flood is cut off', () => {
  const { write } = collect()
  expect(() => {
    for (;;) write('x'.repeat(1000))
  }).toThrow('output')
})

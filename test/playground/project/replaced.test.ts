import { expect, it } from 'vitest'
import { beforeReplaced, noteReplaced } from '#playground/project/replaced.ts'
import { startOf } from '#playground/project/templates.ts'

const own = { ...startOf('userspace'), files: { 'main.rs': 'mine' } }
const template = startOf('userspace')

it('Undo brings back what the reader wrote, also after several templates', () => {
  expect(beforeReplaced('playground', [own])).toEqual([own])
  noteReplaced('playground', { before: [own], after: template })
  expect(beforeReplaced('playground', [template])).toEqual([own])
})

it('Undo brings back what was saved of the other target, too', () => {
  const driver = { ...startOf('kernel'), files: { 'driver.rs': 'mine' } }
  const module = startOf('kernel')
  expect(beforeReplaced('playground/both', [driver, own])).toEqual([driver, own])
  noteReplaced('playground/both', { before: [driver, own], after: module })
  expect(beforeReplaced('playground/both', [own, module])).toEqual([driver, own])
})

it('A template that was edited is the reader’s own', () => {
  noteReplaced('playground', { before: [own], after: template })
  const edited = { ...template, files: { 'main.rs': 'fn main() { edited() }' } }
  expect(beforeReplaced('playground', [edited])).toEqual([edited])
  expect(beforeReplaced('playground/other', [template])).toEqual([template])
})

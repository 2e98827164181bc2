import { expect, it } from 'vitest'
import { beforeReplaced, noteReplaced } from '#playground/project/replaced.ts'
import { startOf } from '#playground/project/templates.ts'

const own = { ...startOf('userspace'), files: { 'main.rs': 'mine' } }
const template = startOf('userspace')

it('Undo brings back what the reader wrote, also after several templates', () => {
  expect(beforeReplaced('playground', own)).toBe(own)
  noteReplaced('playground', { before: own, after: template })
  expect(beforeReplaced('playground', template)).toBe(own)
})

it('A template that was edited is the reader’s own', () => {
  noteReplaced('playground', { before: own, after: template })
  const edited = { ...template, files: { 'main.rs': 'fn main() { edited() }' } }
  expect(beforeReplaced('playground', edited)).toBe(edited)
  expect(beforeReplaced('playground/other', template)).toBe(template)
})

import { expect, it } from 'vitest'
import { readChanges } from '#course/changes.ts'

const row = (name: string, day: string) =>
  `- name: ${name}\n  day: ${day}\n  title: T\n  says: S.\n  page: /reference/rosetta/\n`

it('reads what is new, the newest first', () => {
  const changes = readChanges({ 'changes.yaml': row('old', '2026-11-22') + row('new', '2026-11-30') })
  expect(changes.map(({ name }) => name)).toEqual(['new', 'old'])
})

it('refuses a page that is no path, and says where', () => {
  const wrong = row('one', '2026-11-22').replace('/reference/rosetta/', 'https://example.org/')
  expect(() => readChanges({ 'changes.yaml': wrong })).toThrow('changes.yaml')
})

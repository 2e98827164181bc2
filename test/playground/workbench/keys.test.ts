import { expect, it } from 'vitest'
import { isShortcut, shortcuts } from '#playground/workbench/keys.ts'

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, code: '' }
const press = (keys: Partial<KeyboardEvent>) => ({ ...none, ...keys }) as KeyboardEvent

it.each([
  ['run', { key: 'Enter', ctrlKey: true }],
  ['run', { key: 'Enter', metaKey: true }],
  ['check', { key: 'Enter', ctrlKey: true, shiftKey: true }],
  ['nextStep', { key: 'F8' }],
  ['previousStep', { key: 'F8', shiftKey: true }],
  // With Shift the key gives «|», and on a Mac Alt gives another letter.
  ['full', { key: '|', code: 'Backslash', ctrlKey: true, shiftKey: true }],
  ['test', { key: 'ˇ', code: 'KeyT', shiftKey: true, altKey: true }],
  ['keys', { key: '?', shiftKey: true }],
  ['keys', { key: '?' }],
] as const)('%s is known by its keys', (name, keys) => {
  expect(isShortcut(press(keys), name)).toBe(true)
})

it.each([
  ['run', { key: 'Enter' }],
  ['run', { key: 'Enter', ctrlKey: true, shiftKey: true }],
  ['nextStep', { key: 'F8', ctrlKey: true }],
  ['keys', { key: '?', ctrlKey: true }],
] as const)('%s is not meant by other keys', (name, keys) => {
  expect(isShortcut(press(keys), name)).toBe(false)
})

it('no two shortcuts of one place have the same keys', () => {
  for (const named of Object.values(shortcuts)) {
    const keys = Object.values(named).map(({ keys }) => keys)
    expect(new Set(keys).size).toBe(keys.length)
  }
})

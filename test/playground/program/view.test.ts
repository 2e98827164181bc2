import { expect, it } from 'vitest'
import { createView, isShown } from '#playground/program/view.ts'

it('the split view has a file beside the C, also where the C is what was in sight first', () => {
  const view = createView('driver.c', 'driver.rs')
  view.layout.value = 'split'
  expect(isShown(view, 'driver.c')).toBe(true)
  expect(isShown(view, 'driver.rs')).toBe(true)
  expect(isShown(view, 'boot.sh')).toBe(false)

  view.shown.value = 'boot.sh'
  expect(isShown(view, 'boot.sh')).toBe(true)
  view.shown.value = 'driver.c'
  expect(isShown(view, 'boot.sh')).toBe(true)
})

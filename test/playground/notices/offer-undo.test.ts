import { signal } from '@preact/signals'
import { beforeEach, expect, it, vi } from 'vitest'
import { offerUndo } from '#playground/notices/offer-undo.ts'
import { showToast, toast } from '#playground/notices/toasts.ts'

beforeEach(() => void vi.useFakeTimers())

it('an offer to undo waits for the reader', () => {
  const text = signal('given')
  const undo = vi.fn()
  offerUndo('It was reset.', [text], undo)
  vi.advanceTimersByTime(3_600_000)
  expect(toast.value?.text).toBe('It was reset.')
  toast.value?.actions[0]?.callback()
  expect(undo).toHaveBeenCalledOnce()
})

it('it goes when the reader edits on, for an undo would take that away', () => {
  const text = signal('given')
  offerUndo('It was reset.', [signal('other'), text], () => {})
  text.value = 'given, and more'
  expect(toast.value).toBeUndefined()
})

it('an edit takes away no message that came after it', () => {
  const text = signal('given')
  offerUndo('It was reset.', [text], () => {})
  showToast('Something else.', [{ label: 'Do it', callback: () => {} }])
  text.value = 'given, and more'
  expect(toast.value?.text).toBe('Something else.')
})

it('a message with nothing to do about it goes by itself', () => {
  showToast('Exported.')
  vi.advanceTimersByTime(5_000)
  expect(toast.value).toBeUndefined()
})

it('a message that does not stay has its button longer than it would be there without', () => {
  showToast('Link copied.', [{ label: 'QR code', callback: () => {} }], false)
  vi.advanceTimersByTime(10_000)
  expect(toast.value?.text).toBe('Link copied.')
  vi.advanceTimersByTime(5_000)
  expect(toast.value).toBeUndefined()
})

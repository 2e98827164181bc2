import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { t } from '#i18n/t.ts'
import { onWindow } from './on-window.ts'
import type { EditedFile } from './edited-file.ts'
import { showToast } from '../notices/toasts.ts'
import { onSavedElsewhere, readSavedCode, type SavedCode, saveCode } from '../storage/saved-code.ts'
import { type SaveResult, workReplaced } from '../storage/storage.ts'

/** Whether the code as it is now is saved in this browser; `as given` where there is nothing to save. */
export type SaveState = 'as given' | 'waiting' | SaveResult

const pauseMilliseconds = 400

/** Saves a file under a slug as it changes, and takes over what another tab saves later; `end` saves what is left. */
export function autosave(
  slug: string,
  edited: EditedFile,
): { state: ReadonlySignal<SaveState>; end: () => void } {
  const state = signal<SaveState>(readSavedCode(slug) ? 'saved' : 'as given')
  let known = edited.text.peek()
  let timer: ReturnType<typeof setTimeout> | undefined

  function save() {
    clearTimeout(timer)
    timer = undefined
    known = edited.text.peek()
    state.value = saveCode(slug, { text: known, savedAt: new Date().toISOString() })
  }
  function flush() {
    if (timer !== undefined) save()
  }
  function take({ text }: SavedCode) {
    known = text
    edited.replace(text)
    state.value = 'saved'
  }
  function onElsewhere(saved: SavedCode | undefined) {
    if (!saved || saved.text === edited.text.peek()) return
    if (edited.text.peek() === known) {
      take(saved)
      showToast(t('Updated from your other tab, where you edited this last.'))
    } else offer(saved, take)
  }

  const stopSaving = effect(() => {
    if (edited.text.value === known) return
    state.value = 'waiting'
    clearTimeout(timer)
    timer = setTimeout(save, pauseMilliseconds)
  })
  function onReplaced() {
    const saved = readSavedCode(slug)
    if (saved && saved.text !== edited.text.peek()) take(saved)
  }
  const ends = [
    flush,
    stopSaving,
    onSavedElsewhere(slug, onElsewhere),
    onWindow('pagehide', flush),
    onWindow(workReplaced, onReplaced),
  ]
  return { state, end: () => ends.forEach((end) => end()) }
}

function offer(saved: SavedCode, take: (saved: SavedCode) => void) {
  showToast(
    t('This file was edited in another tab too. What you type here now will replace it.'),
    [{ label: t('Use the other version'), callback: () => take(saved) }],
    true,
  )
}

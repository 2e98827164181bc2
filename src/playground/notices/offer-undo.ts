import { effect, type ReadonlySignal } from '@preact/signals'
import { t } from '#i18n/t.ts'
import { closeToast, showToast, toast } from './toasts.ts'

/** Says what was done to some texts and offers to undo it, until one of them is edited: an undo would take that away, too. */
export function offerUndo(what: string, texts: ReadonlySignal<string>[], undo: () => void) {
  showToast(what, [{ label: t('Undo'), callback: undo }])
  const shown = toast.peek()
  const after = texts.map((text) => text.peek())
  const stop = effect(() => {
    const isEdited = texts.some((text, index) => text.value !== after[index])
    if (toast.value !== shown) return queueMicrotask(() => stop())
    if (isEdited) closeToast()
  })
}

import { t } from '#i18n/t.ts'
import { showToast } from '../notices/toasts.ts'
import { readSetting, settingChanged } from '../storage/settings.ts'
import type * as monaco from './monaco.ts'

/** Gives an editor the keys that the reader set, now and whenever that changes; vim is loaded once it is wanted. Returns how to end that. */
export function followKeymap(host: HTMLElement, editor: monaco.editor.IStandaloneCodeEditor): () => void {
  let isEnded = false
  let endVim: (() => void) | undefined
  async function follow() {
    const wanted = readSetting('keymap') === 'vim'
    if (!wanted) return stop()
    const vim = await import('./start-vim.ts').catch(() => undefined)
    if (!vim) return showToast(t('The keys of vim did not load.'))
    if (!isEnded && readSetting('keymap') === 'vim') endVim ??= vim.startVim(host, editor)
  }
  function stop() {
    endVim?.()
    endVim = undefined
  }
  const listener = () => void follow()
  listener()
  window.addEventListener(settingChanged, listener)
  return () => {
    isEnded = true
    stop()
    window.removeEventListener(settingChanged, listener)
  }
}

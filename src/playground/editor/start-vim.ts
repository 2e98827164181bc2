import { initVimMode } from 'monaco-vim'
import { t } from '#i18n/t.ts'
import type * as monaco from './monaco.ts'
import './vim-status.css'

/** Gives an editor the keys of vim, and a line for its mode and commands; returns how to take both away. */
export function startVim(host: HTMLElement, editor: monaco.editor.IStandaloneCodeEditor): () => void {
  const status = document.createElement('div')
  status.className = 'wb-vim-status'
  status.setAttribute('role', 'status')
  host.after(status)
  // The field for a command comes without a name.
  status.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement) target.setAttribute('aria-label', t('Command of vim'))
  })
  const mode = initVimMode(editor, status)
  return () => {
    mode.dispose()
    status.remove()
  }
}

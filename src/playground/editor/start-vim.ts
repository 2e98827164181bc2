import { initVimMode } from 'monaco-vim'
import type * as monaco from './monaco.ts'
import './vim-status.css'

/** Gives an editor the keys of vim, and a line for its mode and commands; returns how to take both away. */
export function startVim(host: HTMLElement, editor: monaco.editor.IStandaloneCodeEditor): () => void {
  const status = document.createElement('div')
  status.className = 'wb-vim-status'
  status.setAttribute('role', 'status')
  host.after(status)
  const mode = initVimMode(editor, status)
  return () => {
    mode.dispose()
    status.remove()
  }
}

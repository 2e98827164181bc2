import { settingChanged } from '../storage/settings.ts'
import type * as monaco from './monaco.ts'

/** How code looks in the large editor: as the styles of the page, and what the reader set, have it. */
export function editorLook() {
  const style = getComputedStyle(document.documentElement)
  return {
    cursorBlinking: isStill() ? 'solid' : 'blink',
    fontFamily: style.getPropertyValue('--font-code'),
    fontSize: Number.parseFloat(style.getPropertyValue('--editor-size')),
    lineHeight: Number.parseFloat(style.getPropertyValue('--editor-line')),
  } as const
}

/** Has an editor follow what the reader sets; returns how to end that. */
export function followLook(editor: monaco.editor.IStandaloneCodeEditor): () => void {
  const follow = () => editor.updateOptions(editorLook())
  window.addEventListener(settingChanged, follow)
  return () => window.removeEventListener(settingChanged, follow)
}

function isStill(): boolean {
  return (
    document.documentElement.dataset.motion === 'less' ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  )
}

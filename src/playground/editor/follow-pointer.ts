import type { StepRef } from '#story/story.ts'
import type { StoryNavigator } from '../program/story-navigator.ts'
import * as monaco from './monaco.ts'
import type { StoryAnchors } from './story-anchors.ts'

/** A step lights up under the pointer, in the code and in what is drawn; a click on what is drawn goes there. */
export function followPointer(
  editor: monaco.editor.IStandaloneCodeEditor,
  { drawn, anchors, navigator }: { drawn: HTMLElement[]; anchors: StoryAnchors; navigator: StoryNavigator },
): () => void {
  const listening = [
    editor.onMouseMove(({ target }) => {
      // What is drawn lies over the editor, and lights up by itself.
      if (target.type === monaco.editor.MouseTargetType.OVERLAY_WIDGET) return
      navigator.hovered.value = target.position ? anchors.stepAt(target.position) : undefined
    }),
    editor.onMouseLeave(() => (navigator.hovered.value = undefined)),
  ]
  for (const part of drawn) {
    part.addEventListener('mouseover', ({ target }) => (navigator.hovered.value = refOf(target)))
    part.addEventListener('mouseout', () => (navigator.hovered.value = undefined))
    part.addEventListener('mousedown', (event) => {
      const ref = refOf(event.target)
      if (!ref) return
      event.preventDefault()
      navigator.goTo(ref)
    })
  }
  return () => listening.forEach((registered) => registered.dispose())
}

function refOf(target: EventTarget | null): StepRef | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-step]') : null
  return element ? { story: Number(element.dataset.story), step: Number(element.dataset.step) } : undefined
}

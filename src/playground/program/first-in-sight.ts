import { effect, type ReadonlySignal } from '@preact/signals'
import { isOfRun } from '#story/diagnostic-source.ts'
import type { Story, StoryStep } from '#story/story.ts'
import type { EditedFile } from './edited-file.ts'

/** In milliseconds after the last key: who types looks at the cursor. */
const typingMilliseconds = 2000

interface Sight {
  stories: ReadonlySignal<Story[]>
  /** Whether the file is in sight. */
  isShown: ReadonlySignal<boolean>
  /** Changes whenever the reader has the program run. */
  runs: ReadonlySignal<unknown>
}

/**
 * Brings the first step of the first story (of a crash, its place) into the visible part of the editor: with each answer and
 * report, and when the file comes into sight; never while the reader types. `again` does so when asked. Goes on until its `end`.
 */
export function bringFirstIntoSight(edited: EditedFile, { stories, isShown, runs }: Sight) {
  let typed = -Infinity
  let known = edited.text.peek()
  // An edit changes the stories too, and what follows these may be called first.
  const noteTyping = (text: string) => {
    if (text !== known && edited.editor.peek()?.hasFocus()) typed = performance.now()
    known = text
  }
  const ends = [
    effect(() => noteTyping(edited.text.value)),
    // Who has a program run does not type any more.
    effect(() => void (runs.value, (typed = -Infinity))),
    effect(() => {
      const [first] = stories.value
      const editor = edited.editor.value
      if (!first || !editor || !isShown.value) return
      noteTyping(edited.text.peek())
      if (performance.now() - typed < typingMilliseconds && editor.hasFocus()) return
      show(first, edited)
    }),
  ]
  return {
    again() {
      const [first] = stories.peek()
      if (first && isShown.peek()) show(first, edited)
    },
    end: () => ends.forEach((end) => end()),
  }
}

function show(story: Story, { editor }: EditedFile) {
  const steps = story.steps.filter(({ isHere, isAside }) => isHere && !isAside)
  const first = (isOfRun(story.source) ? steps.find(({ isPrimary }) => isPrimary) : undefined) ?? steps[0]
  if (first) editor.peek()?.reveal(first.span!.start, steps.map(toStart))
}

function toStart({ span }: StoryStep) {
  return span!.start
}

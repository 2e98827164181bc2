import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals'
import type { Position } from '#protocol/diagnostic.ts'
import { describeStep, describeStory } from '#story/describe-story.ts'
import { isSameStep, type StepRef, type Story } from '#story/story.ts'
import { t } from '#i18n/t.ts'
import { announce } from '../notices/announcements.ts'
import type { EditedFile } from './edited-file.ts'

/** Where the reader is in the stories of a program. */
export interface StoryNavigator {
  stories: ReadonlySignal<Story[]>
  /** The text that they are about: in another, their positions would be wrong. */
  text: ReadonlySignal<string>
  /** The step that the reader has gone to. */
  current: ReadonlySignal<StepRef | undefined>
  /** The step under the pointer, or with the focus in a list. */
  hovered: Signal<StepRef | undefined>
  /** The step to light up. */
  lit: ReadonlySignal<StepRef | undefined>
  /** All steps, in the order in which they are gone through. */
  steps: ReadonlySignal<StepRef[]>
  /** Goes on by one step, or back. The focus stays where it is; in the editor the cursor goes along. */
  walk(by: 1 | -1): void
  /** Brings the step that the reader has gone to into sight again, such as when the editor has another size. */
  showCurrent(): void
  /** Goes to a step and into the code. */
  goTo(ref: StepRef): void
  end(): void
}

/** The stories and the text that their positions refer to. */
export interface StoriesOfText {
  stories: ReadonlySignal<Story[]>
  text: ReadonlySignal<string>
}

/** Creates a navigator that stands at no step; with new stories it stands at none again. */
export function createStoryNavigator({ stories, text }: StoriesOfText, edited: EditedFile): StoryNavigator {
  const current = signal<StepRef>()
  const hovered = signal<StepRef>()
  const steps = computed(() => stories.value.flatMap(toRefs))
  const end = effect(() => {
    void stories.value
    untracked(() => (current.value = hovered.value = undefined))
  })
  function show(ref: StepRef): Position | undefined {
    current.value = ref
    hovered.value = undefined
    announce(describeTurn(stories.peek(), ref), edited.text)
    const step = stories.peek()[ref.story]?.steps[ref.step]
    if (!step?.isHere) return undefined
    return edited.editor.peek()?.placeOf(ref) ?? step.span?.start
  }
  return {
    ...{ stories, text, current, hovered, steps, end },
    lit: computed(() => hovered.value ?? current.value),
    walk(by) {
      const next = nextOf(steps.peek(), current.peek(), by)
      if (!next) return announce(t('There is no problem to step through.'), edited.text)
      const [place, editor] = [show(next), edited.editor.peek()]
      if (!place || !editor) return
      if (editor.hasFocus()) editor.goTo(place)
      else editor.reveal(place)
    },
    showCurrent() {
      const [ref, editor] = [current.peek(), edited.editor.peek()]
      const place = ref && (editor?.placeOf(ref) ?? stories.peek()[ref.story]?.steps[ref.step]?.span?.start)
      if (place) editor?.reveal(place)
    },
    goTo(ref) {
      const place = show(ref)
      if (place) edited.goTo(place)
    },
  }
}

function toRefs({ steps }: Story, story: number): StepRef[] {
  return steps.flatMap(({ isAside }, step) => (isAside ? [] : [{ story, step }]))
}

/** After the last step comes the first; an aside counts as the step before it. */
function nextOf(steps: StepRef[], current: StepRef | undefined, by: 1 | -1): StepRef | undefined {
  const at = steps.findLastIndex(
    (step) => isSameStep(step, current) || (step.story === current?.story && step.step < current.step),
  )
  if (at === -1) return steps.at(by === 1 ? 0 : -1)
  return steps[(at + by + steps.length) % steps.length]
}

/** What is spoken of a step; at the first step of a story, what the story is about comes before. */
function describeTurn(stories: Story[], ref: StepRef): string {
  const story = stories[ref.story]!
  const step = story.steps[ref.step]!
  const count = story.steps.filter(({ isAside }) => !isAside).length
  const line = step.isHere && step.span && t('line {line}', { line: step.span.start.line })
  const head = ref.step === 0 ? describeStory(story) : ''
  const number = t('Step {at} of {count}', { at: ref.step + 1, count })
  const place = count > 1 && !step.isAside ? `${[number, line].filter(Boolean).join(', ')}:` : ''
  return [head, place, describeStep(story, step)].filter(Boolean).join(' ')
}

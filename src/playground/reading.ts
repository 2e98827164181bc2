import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals'
import { sayStep, sayStory } from '#story/say-story.ts'
import type { StepRef, Story } from '#story/story.ts'
import { announce } from './announcements.ts'
import type { Sheet } from './sheet.ts'

/** Where the reader is in the stories told of a sheet. */
export interface Reading {
  stories: ReadonlySignal<Story[]>
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
  /** Goes to a step and into the code. */
  goTo(ref: StepRef): void
  end(): void
}

/** Begins to read; new stories begin at no step. */
export function createReading(stories: ReadonlySignal<Story[]>, sheet: Sheet): Reading {
  const current = signal<StepRef>()
  const hovered = signal<StepRef>()
  const steps = computed(() => stories.value.flatMap(toRefs))
  const end = effect(() => {
    void stories.value
    untracked(() => (current.value = hovered.value = undefined))
  })
  function show(ref: StepRef) {
    current.value = ref
    hovered.value = undefined
    announce(sayPlace(stories.peek(), ref))
  }
  return {
    ...{ stories, current, hovered, steps, end },
    lit: computed(() => hovered.value ?? current.value),
    walk(by) {
      const next = nextOf(steps.peek(), current.peek(), by)
      if (!next) return
      show(next)
      const [span, editor] = [spanOf(stories.peek(), next), sheet.editor.peek()]
      if (!span || !editor) return
      if (editor.hasFocus()) editor.goTo(span.start)
      else editor.reveal(span.start)
    },
    goTo(ref) {
      show(ref)
      const span = spanOf(stories.peek(), ref)
      if (span) sheet.goTo(span.start)
    },
  }
}

function toRefs({ steps }: Story, story: number): StepRef[] {
  return steps.flatMap(({ isAside }, step) => (isAside ? [] : [{ story, step }]))
}

/** Round and round. */
function nextOf(steps: StepRef[], current: StepRef | undefined, by: 1 | -1): StepRef | undefined {
  const at = steps.findIndex(({ story, step }) => story === current?.story && step === current.step)
  if (at === -1) return steps.at(by === 1 ? 0 : -1)
  return steps[(at + by + steps.length) % steps.length]
}

function spanOf(stories: Story[], { story, step }: StepRef) {
  const found = stories[story]?.steps[step]
  return found?.isHere ? found.span : undefined
}

/** As it is spoken; the first step of a story says first what the story is about. */
function sayPlace(stories: Story[], ref: StepRef): string {
  const story = stories[ref.story]!
  const span = spanOf(stories, ref)
  const count = story.steps.filter(({ isAside }) => !isAside).length
  return [
    ref.step === 0 ? sayStory(story) : '',
    count > 1 ? `Step ${ref.step + 1} of ${count}${span ? `, line ${span.start.line}` : ''}:` : '',
    sayStep(story, story.steps[ref.step]!).replaceAll('`', ''),
  ]
    .filter(Boolean)
    .join(' ')
    .replaceAll('`', '')
}

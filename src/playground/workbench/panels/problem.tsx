import { useComputed } from '@preact/signals'
import { sayRole } from '#story/describe-story.ts'
import { isSameStep, type StepRef, type Story, type StoryStep } from '#story/story.ts'
import type { Bench } from '../../program/program-session.ts'
import { Explanation } from './explanation.tsx'
import { FixButtons } from './fix-buttons.tsx'
import { Phrase } from './phrase.tsx'
import { StepLinks } from './step-links.tsx'
import { StepPlace } from './step-place.tsx'

interface Props {
  bench: Bench
  story: Story
  /** Which of the bench's stories it is. */
  index: number
}

/** One story as text: the same steps, in the same order and with the same numbers, as are drawn in the code. */
export function Problem({ bench, story, index }: Props) {
  const { severity, code, message, by, steps } = story
  const isCrash = by === 'kernel'
  return (
    <li class={`wb-problem wb-${isCrash ? 'crash' : severity}`}>
      <p class="wb-problem-head">
        <span class="wb-severity">{isCrash ? 'kernel' : severity}</span> {code && <code>{code}</code>}{' '}
        <Phrase text={message} />
      </p>
      <ol class="wb-steps" role="list">
        {steps.map((step, at) => (
          <Step
            key={`${at} ${step.role} ${step.isRefused}`}
            {...{ bench, story, step }}
            at={{ story: index, step: at }}
          />
        ))}
      </ol>
      {notesOf(story).map((note) => (
        <p key={note.message} class="wb-note">
          <span class="wb-severity">{note.severity}</span> <Phrase text={note.message} />
        </p>
      ))}
      <FixButtons bench={bench} fixes={story.fixes} />
      {code && /^E\d{4}$/.test(code) && <Explanation code={code} />}
    </li>
  )
}

/** What a mend is called says its button. */
function notesOf({ notes, fixes }: Story): Story['notes'] {
  return notes.filter(({ message }) => !fixes.some(({ title }) => title === message))
}

function Step({ bench, story, step, at }: { bench: Bench; story: Story; step: StoryStep; at: StepRef }) {
  const { reading } = bench
  const look = `wb-step wb-step-${step.role}${step.isRefused ? ' wb-step-here' : ''}`
  const classes = useComputed(() => (isSameStep(reading.lit.value, at) ? `${look} is-lit` : look))
  const current = useComputed(() => (isSameStep(reading.current.value, at) ? 'step' : undefined))
  const light = () => (reading.hovered.value = at)
  const unlight = () => (reading.hovered.value = undefined)
  return (
    <li
      class={classes}
      aria-current={current}
      onMouseEnter={light}
      onMouseLeave={unlight}
      onFocusCapture={light}
      onBlurCapture={unlight}
    >
      <span class="wb-step-number">{step.isAside ? '·' : at.step + 1}</span>
      <StepPlace bench={bench} step={step} at={at} />
      <span class="wb-step-words">
        <b class="wb-step-role">{sayRole(story, step)}</b> <Phrase text={step.words} />{' '}
        <StepLinks bench={bench} story={story} at={at} />
      </span>
    </li>
  )
}

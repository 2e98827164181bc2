import { useComputed, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { type DiagnosticSource, isOfRun } from '#story/diagnostic-source.ts'
import { describeRole, describeSeverity } from '#story/describe-story.ts'
import { isSameStep, type StepRef, type Story, type StoryStep } from '#story/story.ts'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { applicableFixes } from '../../program/quick-fix.ts'
import { showInScroller } from '../show-in-scroller.ts'
import { StoryFigure } from './story-figure.tsx'
import { FixButtons } from './fix-buttons.tsx'
import { EnglishPhrase } from './in-english.tsx'
import { Followers } from './followers.tsx'
import { Phrase } from './phrase.tsx'
import { Renamed } from './renamed.tsx'
import { StepLinks } from './step-links.tsx'
import { StepPlace } from './step-place.tsx'
import './problem.css'

interface Props {
  program: ProgramSession
  story: Story
  /** Which of the program's stories it is, from 0. */
  index: number
}

/** One story as text: the same steps, in the same order and with the same numbers, as are drawn in the code. */
export function Problem({ program, story, index }: Props) {
  const { severity, code, message, source, steps } = story
  const Words = wordsOf(source)
  const isCrash = isOfRun(source) && severity === 'error'
  return (
    <li class={`wb-problem wb-${isCrash ? 'crash' : severity}`}>
      <p class="wb-problem-head">
        <span class="wb-severity">
          {isOfRun(source) ? describeRunner(source) : describeSeverity(severity)}
        </span>{' '}
        {code && <code>{code}</code>} <Words text={message} />
      </p>
      <ol class="wb-steps" role="list">
        {steps.map((step, at) => (
          <Step
            key={`${at} ${step.role} ${step.isRefused}`}
            {...{ program, story, step }}
            at={{ story: index, step: at }}
          />
        ))}
      </ol>
      {notesOf(program, story).map((note) => (
        <p key={note.message} class="wb-note">
          <span class="wb-severity">{describeSeverity(note.severity)}</span> <Words text={note.message} />
        </p>
      ))}
      <StoryFigure story={story} text={program.navigator.text.value} />
      <Renamed rows={story.renamed} />
      <FixButtons program={program} fixes={story.fixes} />
      {code && /^E\d{4}$/.test(code) && (
        <button
          type="button"
          class="wb-textbutton"
          onClick={() => (program.help.value = { kind: 'explanation', code })}
        >
          {t('Explain {code}', { code })}
        </button>
      )}
      <Followers program={program} followers={story.followers} />
    </li>
  )
}

/** What the browser says is ours. */
function wordsOf(source: DiagnosticSource) {
  return source === 'browser' ? Phrase : EnglishPhrase
}

function describeRunner(source: DiagnosticSource): string {
  return source === 'kernel' ? t('kernel') : t('browser')
}

/** A note that only repeats the title of a fix is left out where its button says it. */
function notesOf(program: ProgramSession, { notes, fixes }: Story): Story['notes'] {
  const buttons = applicableFixes(program, fixes)
  return notes.filter(({ message }) => !buttons.some(({ title }) => title === message))
}

function Step({
  program,
  story,
  step,
  at,
}: {
  program: ProgramSession
  story: Story
  step: StoryStep
  at: StepRef
}) {
  const { navigator } = program
  const Words = wordsOf(story.source)
  const look = `wb-step wb-step-${step.role}${step.isRefused ? ' wb-step-here' : ''}`
  const classes = useComputed(() => (isSameStep(navigator.lit.value, at) ? `${look} is-lit` : look))
  const current = useComputed(() => (isSameStep(navigator.current.value, at) ? 'step' : undefined))
  const element = useRef<HTMLLIElement>(null)
  useSignalEffect(() => {
    if (current.value && program.panel.value) requestAnimationFrame(() => showStep(element.current))
  })
  const light = () => (navigator.hovered.value = at)
  const unlight = () => (navigator.hovered.value = undefined)
  return (
    <li
      ref={element}
      class={classes}
      aria-current={current}
      onMouseEnter={light}
      onMouseLeave={unlight}
      onFocusCapture={light}
      onBlurCapture={unlight}
    >
      <span class="wb-step-number">{step.isAside ? '·' : at.step + 1}</span>
      <StepPlace program={program} step={step} at={at} />
      <span class="wb-step-words">
        <b class="wb-step-role">{describeRole(story, step)}</b> <Words text={step.words} />{' '}
        <StepLinks program={program} story={story} at={at} />
      </span>
    </li>
  )
}

/** Where the list scrolls by itself, it goes along; with its first step, what the story is about. */
function showStep(step: HTMLElement | null) {
  if (!step?.checkVisibility()) return
  showInScroller(step)
  if (!step.previousElementSibling)
    showInScroller(step.closest<HTMLElement>('.wb-problem')!.querySelector('p')!)
}

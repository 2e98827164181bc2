import { isSameStep } from '#story/story.ts'
import { t } from '#i18n/t.ts'
import type { StoryNavigator } from '../../program/story-navigator.ts'
import './step-walker.css'

/** Walks through the steps of all stories, one by one; F8 and Shift+F8 do the same. */
export function StepWalker({ navigator }: { navigator: StoryNavigator }) {
  const steps = navigator.steps.value
  if (steps.length < 2) return null
  const at = steps.findIndex((step) => isSameStep(step, navigator.current.value))
  return (
    <span class="wb-walker" role="group" aria-label={t('Steps')}>
      <button
        type="button"
        class="wb-button"
        aria-label={t('Previous step')}
        onClick={() => navigator.walk(-1)}
      >
        ‹
      </button>
      <span class="wb-walker-count">
        {at === -1
          ? t('{count} steps', { count: steps.length })
          : t('{at} of {count}', { at: at + 1, count: steps.length })}
      </span>
      <button type="button" class="wb-button" aria-label={t('Next step')} onClick={() => navigator.walk(1)}>
        ›
      </button>
    </span>
  )
}

import { t } from '#i18n/t.ts'
import type { PageStep } from '../read-steps.ts'
import { Phrase } from './phrase.tsx'
import type { Item } from './trial-verdicts.tsx'

/** How many steps of the lesson are done, and which one is next: in the split view the steps themselves are out of sight. */
export function StepsDone({ steps, items }: { steps: PageStep[]; items: Item[] }) {
  const open = steps.filter((step) => !isDone(step, items))
  const [now] = open
  if (steps.length === 0 || !now) return null
  return (
    <p class="wb-steps-done">
      <strong>
        {t('{done} of {all} steps done.', { done: steps.length - open.length, all: steps.length })}
      </strong>{' '}
      {t('Now step {number}:', { number: now.number })} <Phrase text={now.title} />
    </p>
  )
}

/** What does not hold comes first: what is about no step, then what the steps ask for, in their order. */
export function inOrderOfSteps(items: Item[], steps: PageStep[]): Item[] {
  const stepOf = ({ check }: Item) => steps.findIndex(({ checks }) => checks.includes(check ?? ''))
  return items.toSorted((a, b) => Number(a.holds) - Number(b.holds) || stepOf(a) - stepOf(b))
}

function isDone({ checks }: PageStep, items: Item[]): boolean {
  const named = items.filter(({ check }) => check !== undefined && checks.includes(check))
  return named.length > 0 && named.every(({ holds }) => holds)
}

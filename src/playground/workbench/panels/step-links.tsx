import { describeLink } from '#story/describe-story.ts'
import type { StepRef, Story } from '#story/story.ts'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'

/** How a step bears on others of its story, as links to them. */
export function StepLinks({ program, story, at }: { program: ProgramSession; story: Story; at: StepRef }) {
  const links = story.links.filter(({ from }) => from === at.step)
  return (
    <>
      {links.map(({ kind, to }) => (
        <span key={to} class="wb-step-link">
          {describeLink(kind)}{' '}
          <button
            type="button"
            class="wb-textbutton"
            aria-label={t('step {number}', { number: to + 1 })}
            onClick={() => program.navigator.goTo({ ...at, step: to })}
          >
            {to + 1}
          </button>
        </span>
      ))}
    </>
  )
}

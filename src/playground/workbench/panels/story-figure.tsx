import type { FunctionComponent } from 'preact'
import { useState } from 'preact/hooks'
import type { Lifetimes } from '#story/figures/lifetimes.ts'
import { lifetimesOfStory } from '#story/figures/lifetimes-of-story.ts'
import type { Story } from '#story/story.ts'
import { t } from '#i18n/t.ts'

interface Props {
  story: Story
  /** The text that its places refer to. */
  text: string
}

/** Offers to draw the lifetimes of a story that is about some; what draws them is loaded then. */
export function StoryFigure({ story, text }: Props) {
  const [Figure, setFigure] = useState<FunctionComponent<{ lifetimes: Lifetimes }>>()
  const lifetimes = lifetimesOfStory(story, text)
  if (!lifetimes) return null
  function load(isOpen: boolean) {
    if (!isOpen || Figure) return
    import('./lifetimes-figure.tsx')
      .then(({ LifetimesFigure }) => setFigure(() => LifetimesFigure))
      .catch(() => {})
  }
  return (
    <details onToggle={({ currentTarget }) => load(currentTarget.open)}>
      <summary>
        <span class="wb-textbutton">{t('Draw it')}</span>
      </summary>
      {Figure && <Figure lifetimes={lifetimes} />}
    </details>
  )
}

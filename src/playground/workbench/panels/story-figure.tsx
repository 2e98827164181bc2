import type { FunctionComponent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Lifetimes } from '#story/figures/lifetimes.ts'
import { lifetimesOfStory } from '#story/figures/lifetimes-of-story.ts'
import type { Story } from '#story/story.ts'
import { showInScroller } from '../show-in-scroller.ts'
import { t } from '#i18n/t.ts'

interface Props {
  story: Story
  /** The text that its places refer to. */
  text: string
}

/** Offers to draw the lifetimes of a story that is about some; what draws them is loaded then. */
export function StoryFigure({ story, text }: Props) {
  const [Figure, setFigure] = useState<FunctionComponent<{ lifetimes: Lifetimes }>>()
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (Figure) show(details.current)
  }, [Figure])
  const lifetimes = lifetimesOfStory(story, text)
  if (!lifetimes) return null
  function load(isOpen: boolean) {
    if (!isOpen) return
    if (Figure) return show(details.current)
    import('./lifetimes-figure.tsx')
      .then(({ LifetimesFigure }) => setFigure(() => LifetimesFigure))
      .catch(() => {})
  }
  return (
    <details ref={details} onToggle={({ currentTarget }) => load(currentTarget.open)}>
      <summary>
        <span class="wb-textbutton">{t('Draw it')}</span>
      </summary>
      {Figure && <Figure lifetimes={lifetimes} />}
    </details>
  )
}

/** What was asked for is not to be looked for. */
function show(details: HTMLElement | null) {
  if (details && !showInScroller(details)) details.scrollIntoView({ block: 'nearest' })
}

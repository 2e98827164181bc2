import { effect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { renderRails } from '#story/render-rails.ts'
import { renderBrackets, pointedAt } from '#story/pointed-at.ts'
import { toRails } from '#story/rails.ts'
import type { Story } from '#story/story.ts'
import type { ProgramSession } from '../program/program-session.ts'
import './plain-gutter.css'

/** Line numbers and rails beside a textarea; the same is told as a list below, so it is hidden from screen readers. */
export function PlainGutter({ program, rows }: { program: ProgramSession; rows: RefObject<HTMLDivElement> }) {
  useEffect(() => effect(() => showRows(program, rows.current)), [program])
  return (
    <div class="plain-gutter" aria-hidden="true">
      <div ref={rows} class="plain-rows" />
    </div>
  )
}

function showRows(program: ProgramSession, rows: HTMLElement | null) {
  const count = program.text.value.split('\n').length
  const lit = program.navigator.lit.value?.story
  const stories = isCurrent(program) ? program.navigator.stories.value : []
  if (!rows) return
  rows.innerHTML = renderRows(count, stories, lit)
  rows.parentElement!.style.setProperty('--lines', `${count}`)
}

/** In a text that has changed since, the places would lie. */
function isCurrent({ check }: ProgramSession): boolean {
  return check.value.kind === 'answered'
}

function renderRows(count: number, stories: Story[], lit: number | undefined): string {
  const rails = toRails(stories, { lit, room: 2 })
  const pointed = pointedAt(stories)
  return Array.from({ length: count }, (_, index) => index + 1)
    .map(
      (line) =>
        `<div class="plain-row">${line}<span class="story-margin">${renderRails(rails, line)}${renderBrackets(pointed, line)}</span></div>`,
    )
    .join('')
}

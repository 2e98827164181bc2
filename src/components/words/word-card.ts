import { t } from '#i18n/t.ts'
import type { ExplainedWord } from '#course/words/explained-word.ts'

/** Where a word is explained: a box beside it, which can be pointed at as well. */
export interface WordCard {
  show(word: ExplainedWord, box: DOMRect): void
  hide(): void
  /** Whether an event came from within. */
  contains(event: Event): boolean
}

/** Puts the card into the page, out of sight. */
export function createCard(): WordCard {
  const element = document.createElement('div')
  const style = document.createElement('style')
  style.textContent = css
  element.className = 'word-card'
  element.popover = 'auto'
  element.setAttribute('role', 'note')
  document.body.append(style, element)
  addEventListener('scroll', () => element.hidePopover(), { passive: true, capture: true })
  return {
    show(word, box) {
      element.innerHTML = toHtml(word)
      element.showPopover()
      place(element, box)
    },
    hide: () => element.hidePopover(),
    contains: ({ target }) => element.contains(target as Node),
  }
}

/** What stands in a word was made by the course's own Markdown. */
function toHtml({ shown, means, c, lesson, places }: ExplainedWord): string {
  const inC = c === undefined ? '' : `<p class="in-c">C: ${c}</p>`
  const taught = lesson ? [{ href: lesson.href, title: t('lesson {number}', { number: lesson.number }) }] : []
  const links = [...taught, ...places].map(({ href, title }) => `<a href="${href}">${title}</a>`)
  return `<p><b>${shown}</b> ${means}</p>${inC}<p class="aside">${links.join(', ')}</p>`
}

function place(element: HTMLElement, { left, top, bottom }: DOMRect) {
  const { offsetWidth, offsetHeight } = element
  const isRoomBelow = bottom + offsetHeight + gap < innerHeight
  element.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`
  element.style.top = `${isRoomBelow ? bottom + gap : top - offsetHeight - gap}px`
}

const gap = 4

const css = `@layer components {
.word-card { position: fixed; inset: auto; max-width: min(24rem, 100vw - 1rem); margin: 0; padding: 0.5rem 0.7rem;
  color: var(--ink); background: var(--surface); border: 1px solid var(--line-2); border-radius: var(--radius);
  box-shadow: 0 3px 12px var(--shadow); font-size: var(--text-aside); line-height: 1.45 }
.word-card p { margin: 0 0 0.2rem }
.word-card p:last-child { margin: 0 }
.word-card .in-c { color: var(--c) }
}`

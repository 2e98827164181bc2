import { t } from '#i18n/t.ts'

/** Puts a link to itself beside each heading of the text: seen when the heading is pointed at or the link has the focus; a click copies it too. */
export function linkHeadings() {
  for (const heading of document.querySelectorAll<HTMLElement>(
    'article :is(h2, h3)[id]:not(.visually-hidden)',
  ))
    heading.after(toLink(heading))
}

/** No part of the heading, whose text names sections. */
function toLink(heading: HTMLElement): HTMLAnchorElement {
  const link = document.createElement('a')
  link.className = 'heading-link'
  link.href = `#${heading.id}`
  link.ariaLabel = link.title = t('Link to «{title}»', { title: heading.textContent.trim() })
  link.style.fontSize = getComputedStyle(heading).fontSize
  link.addEventListener('click', () => void copy(link))
  return link
}

async function copy(link: HTMLAnchorElement) {
  try {
    await navigator.clipboard.writeText(link.href)
    link.dataset.copied = ''
    setTimeout(() => delete link.dataset.copied, 2000)
  } catch {
    // The address bar has the link now.
  }
}

import { renderCode } from './render-code.ts'
import { escapeHtml } from '#story/escape-html.ts'
import { readFenceMeta } from './fence-meta.ts'
import { toSourceAddress } from './references.ts'

/** A code block as an author writes it: ```rust fails=E0505, ```c quote=kernel/fork.c#L1-L3. */
export interface Fence {
  code: string
  language: string
  /** What follows the language. */
  meta: string
  /** What a screen reader calls it; else its language or where it is from. */
  name?: string
}

/** Renders a code block as a figure; its caption says what the compiler makes of it, or where it is quoted from. */
export function renderFence({ code, language, meta, ...fence }: Fence): string {
  const { fails, quote } = readFenceMeta(meta)
  const firstLine = quote && Number(/#L(\d+)/.exec(quote)?.[1])
  const name = fence.name ?? (quote ? `Quoted from ${quote}` : `${language} code`)
  const classes = ['fence', ...(quote ? ['source'] : []), ...(fails ? ['refused'] : [])]
  const caption = [
    fails && `refused with ${renderCodeLink(fails)}`,
    quote && `quoted from ${renderSourceLink(quote)}`,
  ].filter(Boolean)
  return (
    `<figure class="${classes.join(' ')}">${renderCode({ code, language, name, ...(firstLine && { firstLine }) })}` +
    `${caption.length > 0 ? `<figcaption>${caption.join(', ')}</figcaption>` : ''}</figure>`
  )
}

/** Error codes have a page, lints have none. */
function renderCodeLink(code: string): string {
  const name = `<b>${escapeHtml(code)}</b>`
  return /^E\d{4}$/.test(code) ? `<a href="/errors/${code}/">${name}</a>` : name
}

function renderSourceLink(source: string): string {
  return `<a href="${escapeHtml(toSourceAddress(source))}"><code>${escapeHtml(source)}</code></a>`
}

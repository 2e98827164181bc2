import { renderCode } from './render-code.ts'
import { escapeHtml } from '#story/escape-html.ts'
import { withoutHiddenLines } from '#protocol/hidden-lines.ts'
import { sitePath } from '#protocol/site-path.ts'
import { t } from '#i18n/t.ts'
import { type FenceMeta, readFenceMeta, toWords } from './fence-meta.ts'
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
export function renderFence({ language, meta, ...fence }: Fence): string {
  const about = readFenceMeta(meta)
  const code = withoutHiddenLines(fence.code)
  const firstLine = about.quote && Number(/#L(\d+)/.exec(about.quote)?.[1])
  const name =
    fence.name ??
    (about.quote ? t('Quoted from {place}', { place: about.quote }) : t('{language} code', { language }))
  const classes = ['fence', ...(about.quote ? ['source'] : []), ...(about.fails ? ['refused'] : [])]
  const caption = language === 'c' && about.mark ? describeC(about) : describeOther(about)
  return (
    `<figure class="${classes.join(' ')}">${renderCode({ code, language, name, ...(firstLine && { firstLine }) })}` +
    `${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`
  )
}

function describeOther({ fails, quote }: FenceMeta): string {
  const parts = [
    fails && t('refused with {code}', { code: renderCodeLink(fails) }),
    quote && t('quoted from {place}', { place: renderSourceLink(quote) }),
  ]
  return parts.filter(Boolean).join(', ')
}

/** What clang makes of it, and then the kernel. */
function describeC({ fails, warns, crash }: FenceMeta): string {
  const warning = (name: string) => `<b>${escapeHtml(name)}</b>`
  if (fails === 'no-code') return t('clang refuses it too')
  if (fails) return t('clang refuses it too: {warning}', { warning: warning(fails) })
  const compiles = warns
    ? t('compiles, and clang warns: {warning}', { warning: warning(warns) })
    : t('compiles without a warning')
  if (!crash) return compiles
  const report = `<b class="crashed">${escapeHtml(toWords(crash))}</b>`
  return t('{compiles}; the kernel reports {report}', { compiles, report })
}

/** Error codes have a page, lints have none. */
function renderCodeLink(code: string): string {
  const name = `<b>${escapeHtml(code)}</b>`
  return /^E\d{4}$/.test(code) ? `<a href="${sitePath(`/errors/${code}/`)}">${name}</a>` : name
}

function renderSourceLink(source: string): string {
  return `<a href="${escapeHtml(toSourceAddress(source))}"><code>${escapeHtml(source)}</code></a>`
}

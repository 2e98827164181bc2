import { identifierParts } from '#components/search/identifier-parts.ts'
import { partsId, type SearchRecord } from '#components/search/search-kinds.ts'
import { escapeHtml } from '#story/escape-html.ts'

/** A record as the page that Pagefind reads: its title weighs most, code and parts of identifiers less than what is written; a lesson’s text is that of its built page. */
export function toSearchDocument(record: SearchRecord, page?: string): string {
  const { kind, language, title, gist, text } = record
  const { body, names, words } = page === undefined ? toReadable(text) : toLesson(page)
  return `<!doctype html>
<html>
<body data-pagefind-filter="kind:${kind}"${language === undefined ? '' : ` data-pagefind-meta="language:${language}"`}>
<h1 data-pagefind-weight="10">${escapeHtml(title)}</h1>
<p data-pagefind-weight="6">${identifierParts(title).join(' ')}</p>
<p data-pagefind-meta="gist" data-pagefind-weight="2">${escapeHtml(gist)}</p>
${body}
<h6 id="${partsId}">·</h6>
<p data-pagefind-weight="0.5">${names} ${identifierParts(`${gist} ${words}`).join(' ')}</p>
</body>
</html>`
}

interface Readable {
  /** HTML, what excerpts are taken from. */
  body: string
  /** Identifiers that do not stand there. */
  names: string
  /** All of it as text. */
  words: string
}

function toReadable(text: string): Readable {
  return { body: `<p>${escapeHtml(text)}</p>`, names: '', words: text }
}

/** The article without its title and the workbench; of its code the identifiers alone. */
function toLesson(page: string): Readable {
  const article = /<article data-lesson[^]*<\/article>/.exec(page)?.[0] ?? ''
  const whole = article
    .replace(/<!-- workbench -->[^]*?<!-- \/workbench -->/, '')
    .replaceAll(/<(script|style|svg)\b[^>]*>[^]*?<\/\1>/g, '')
    .replace(/<h1\b[^]*?<\/h1>/, '')
  const code = toWords((whole.match(block) ?? []).join(' ')).match(/[A-Za-z_]\w{2,}/g) ?? []
  const names = [...new Set(code)].join(' ')
  const body = whole.replaceAll(block, ' ')
  return { body, names, words: toWords(whole) }
}

const block = /<pre\b[^>]*>[^]*?<\/pre>/g

function toWords(html: string): string {
  return html.replace(/<[^>]*>/g, ' ')
}

/** What a reader's report is about. */
export interface Reported {
  /** Such as «3.2 A pointer with a deadline», or the title of another page. */
  page: string
  version: string
  /** Known in the browser alone. */
  browser?: string
  /** What the reader has marked on the page. */
  marked?: string
}

/** Gives the address at which a mistake is reported: `to` is `mailto:…`, or the page for a new issue, which takes `title` and `body`. */
export function toReportLink(to: string, reported: Reported): string {
  const link = new URL(to)
  const names = link.protocol === 'mailto:' ? ['subject', 'body'] : ['title', 'body']
  const parts = [`${reported.page}: `, toBody(reported)]
  // Mail programs show a «+» as it is.
  const query = names.map((name, index) => `${name}=${encodeURIComponent(parts[index]!)}`)
  link.search = [link.search.slice(1), ...query].filter(Boolean).join('&')
  return link.href
}

function toBody({ page, version, browser, marked }: Reported): string {
  const quoted = marked?.trim().slice(0, 500)
  return [
    ...(quoted ? [quoted.replaceAll(/^/gm, '> '), ''] : []),
    ...['What is wrong, and what would be right?', '', '', '', '---'],
    `Page: ${page}`,
    `Version: ${version}`,
    ...(browser ? [`Browser: ${browser}`] : []),
  ].join('\n')
}

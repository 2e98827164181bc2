import { HtmlValidate } from 'html-validate'
import { expect, it } from 'vitest'
import { siteBelowPath } from '#scripts/build-site.ts'
import { readSite } from './read-site.ts'

const site = readSite(`${siteBelowPath.folder}/`, siteBelowPath.settings.BASE_PATH)
/** All codes have the same page, and sheets to print repeat the lessons. */
const pages = site.pages.filter(
  (page) =>
    (!page.startsWith('errors/E') || /^errors\/E0(004|106|505)\//.test(page)) &&
    (!page.startsWith('print/') || page.startsWith('print/driver-model-and-hardware/')),
)

const htmlValidate = new HtmlValidate({
  extends: ['html-validate:standard'],
  // Astro writes the style of its islands where they stand.
  elements: ['html5', { style: { flow: true } }],
  // Firefox heeds it on boxes, too: else it checks again what was checked before a reload, not what is saved.
  rules: { 'valid-autocomplete': 'off' },
})

it.each(pages)('%s is valid HTML', (page) => {
  expect(shownBy(site.read(page)).flatMap(findFaults)).toEqual([])
})

/** The page, and what it becomes when the script of 404.html puts a template in the place of its body. */
function shownBy(html: string): string[] {
  const template = /<template\b[^>]* data-below=[^>]*>([^]*?)<\/template>/g
  const bodies = [...html.matchAll(template)].map(([, body]) => `<body>${body}</body>`)
  const page = html.replaceAll(template, '')
  return [page, ...bodies.map((body) => page.replace(/<body\b[^]*<\/body>/, () => body))]
}

function findFaults(html: string): string[] {
  const { results } = htmlValidate.validateStringSync(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}

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
  const report = htmlValidate.validateStringSync(site.read(page))
  const faults = report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  )
  expect(faults).toEqual([])
})

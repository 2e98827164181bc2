import { expect, it } from 'vitest'
import { localizeLinks } from '#i18n/localize-links.ts'

const german = ['/', '/settings/', '/orientation/recall/']
const localize = (html: string, base = '/') =>
  localizeLinks(html, 'de', { base, isThere: (page) => german.includes(page) })

it.each([
  ['<a href="/settings/" data-opens>', '<a href="/de/settings/" data-opens>'],
  ['<a class="wordmark" href="/">', '<a class="wordmark" href="/de/">'],
  ['<a href="/#ownership">', '<a href="/de/#ownership">'],
  ['<a href="/orientation/recall/?revisit=a#a">', '<a href="/de/orientation/recall/?revisit=a#a">'],
])('%s leads to the German page', (html, localized) => {
  expect(localize(html)).toBe(localized)
})

it('a page that is only English is marked so', () => {
  expect(localize('<a class="code-chip" href="/errors/E0505/#fixes">')).toBe(
    '<a class="code-chip" href="/errors/E0505/#fixes" hreflang="en">',
  )
})

it.each([
  '<a hreflang="en" href="/settings/">',
  '<a href="/de/settings/">',
  '<a href="/changes.xml">',
  '<a href="#main">',
  '<a href="https://docs.kernel.org/rust/">',
  '<link href="/settings/">',
])('%s stays as it is', (html) => {
  expect(localize(html)).toBe(html)
})

it('below a path, only links of the site are led elsewhere', () => {
  expect(
    localize('<a href="/course/settings/"><a href="/course/cves/"><a href="/settings/">', '/course/'),
  ).toBe('<a href="/course/de/settings/"><a href="/course/cves/" hreflang="en"><a href="/settings/">')
})

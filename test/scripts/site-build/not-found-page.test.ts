import { expect, it } from 'vitest'
import { addLanguages } from '#scripts/site-build/not-found-page.ts'

const page = `<html lang="en"><head><title>Not found</title><style>a{}</style></head><body class="page"><h1>No page</h1><script type="module">run()</script></body></html>`
const german = `<html lang="de"><head><title>Nicht „da“ &amp; weg</title><script src="/x/de/words.js"></script><style>a{}</style><style>b{}</style></head><body class="page"><h1>Keine Seite</h1><script type="module">run()</script></body></html>`

it('the one page for addresses where nothing is holds itself in German, for what is below the German path', () => {
  const all = addLanguages(page, { base: '/x/', pages: [{ locale: 'de', html: german }] })
  expect(all).toContain(
    '<body class="page"><template lang="de" title="Nicht „da“ &amp; weg" data-below="/x/de/"><script src="/x/de/words.js"></script><style>b{}</style><h1>Keine Seite</h1></template><h1>No page</h1>',
  )
  expect(all.match(/run\(\)/g), 'a script that both have').toHaveLength(1)
})

import { expect, it } from 'vitest'
import type { OEmbed } from '#protocol/oembed.ts'
import { serveSite } from './site-folder.ts'
import type { TestService } from './test-service.ts'

const site = 'https://example.org/course/'
const others = 'https://book.example'

const lesson: OEmbed = {
  ...{ version: '1.0', type: 'rich', provider_name: 'No Oops', provider_url: site, cache_age: 86_400 },
  title: 'What «"x" & y» is',
  html: `<iframe src="${site}embed/ownership/borrow-deadline/" title="What «&quot;x&quot; &amp; y» is" width="800" height="640"></iframe>`,
  ...{ width: 800, height: 640 },
  ...{ thumbnail_url: `${site}p.png`, thumbnail_width: 1200, thumbnail_height: 630 },
}
const playground: OEmbed = {
  ...{ version: '1.0', type: 'rich', provider_name: 'No Oops', provider_url: site, cache_age: 86_400 },
  title: 'Playground',
  html: `<iframe src="${site}embed/playground/" title="Playground" width="800" height="640"></iframe>`,
  ...{ width: 800, height: 640 },
}
const inGerman: OEmbed = {
  ...{ ...lesson, title: 'Was es ist', provider_url: `${site}de/` },
  html: lesson.html.replace('embed/', 'de/embed/'),
}
const files = {
  'de/oembed/ownership/borrow-deadline.json': JSON.stringify(inGerman),
  'oembed/ownership/borrow-deadline.json': JSON.stringify(lesson),
  'oembed/playground.json': JSON.stringify(playground),
  'secret.json': JSON.stringify(lesson),
}

function ask(app: TestService, url: string, more: Record<string, string> = {}) {
  return app.request(`/oembed.json?${new URLSearchParams({ url, ...more })}`)
}

it.each([
  'ownership/borrow-deadline/',
  'ownership/borrow-deadline',
  'embed/ownership/borrow-deadline/?theme=dark',
])('a page that others make a frame of is described: %s', async (path) => {
  const response = await ask(await serveSite(files, others), site + path)
  expect(response.status).toBe(200)
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(await response.json()).toEqual(lesson)
})

it.each(['de/ownership/borrow-deadline/', 'de/embed/ownership/borrow-deadline/?theme=dark'])(
  'a page in another language is described in that: %s',
  async (path) => {
    const response = await ask(await serveSite(files, others), site + path)
    expect(await response.json()).toEqual(inGerman)
  },
)

it('a site below a path that looks like a language is described', async () => {
  const below = { ...lesson, provider_url: 'https://example.org/de/' }
  const files = { 'oembed/ownership/borrow-deadline.json': JSON.stringify(below) }
  const app = await serveSite(files, others)
  for (const path of ['ownership/borrow-deadline/', 'embed/ownership/borrow-deadline/'])
    expect(await (await ask(app, `https://example.org/de/${path}`)).json()).toEqual(below)
})

it('the frame is no larger than it may be, and neither is the picture', async () => {
  const app = await serveSite(files, others)
  const limits = { maxwidth: '500', maxheight: '300' }
  const answer = (await (await ask(app, `${site}ownership/borrow-deadline/`, limits)).json()) as OEmbed
  expect(answer).toMatchObject({ width: 500, height: 300 })
  expect(answer.html).toContain(' width="500" height="300"')
  expect(answer).not.toHaveProperty('thumbnail_url')
})

it('the frame of a playground has the code of the link', async () => {
  const app = await serveSite(files, others)
  const answer = (await (await ask(app, `${site}playground/#work1=abc_-9`)).json()) as OEmbed
  expect(answer.html).toContain(`src="${site}embed/playground/#work1=abc_-9"`)
})

it('what could not be such code stays out of the frame', async () => {
  const app = await serveSite(files, others)
  for (const hash of ['#work1="><script>alert(1)</script>', '#work1=a b', '#%22', '#x'])
    expect(await (await ask(app, `${site}playground/${hash}`)).json(), hash).toEqual(playground)
})

it.each([
  'https://other.example/course/ownership/borrow-deadline/',
  'http://example.org/course/ownership/borrow-deadline/',
  'https://example.org/ownership/borrow-deadline/',
  'https://example.org/course/x/ownership/borrow-deadline/',
  `${site}ownership/no-such-lesson/`,
  `${site}../secret/`,
  `${site}%2e%2e/secret`,
  `${site}..%2fsecret/`,
  `${site}oembed/ownership/../../secret`,
  site,
  'javascript:alert(1)',
  'ownership/borrow-deadline/',
  '',
])('no other address is described: «%s»', async (url) => {
  const response = await ask(await serveSite(files, others), url)
  expect(response.status).toBe(404)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
})

it('nothing is described where no other site may show it, or where the site has no address', async () => {
  expect((await ask(await serveSite(files), `${site}ownership/borrow-deadline/`)).status).toBe(404)
  expect((await ask(await serveSite({}, others), `${site}ownership/borrow-deadline/`)).status).toBe(404)
})

it('XML is not spoken, and what is asked wrongly is named', async () => {
  const app = await serveSite(files, others)
  expect((await ask(app, site, { format: 'xml' })).status).toBe(501)
  expect((await ask(app, site, { maxwidth: 'wide' })).status).toBe(400)
  expect((await app.request('/oembed.json')).status).toBe(400)
})

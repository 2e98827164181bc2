import { describe, expect, it } from 'vitest'
import { readSettings, SettingError } from '#service/settings.ts'
import { builtPage, serveSite } from '../service/site-folder.ts'

const files = {
  'index.html': builtPage,
  '404.html': builtPage,
  'settings/index.html': builtPage,
  'embedded/index.html': builtPage,
  'embed/ownership/borrow-deadline/index.html': builtPage,
  'de/embed/ownership/borrow-deadline/index.html': builtPage,
  'de/settings/index.html': builtPage,
  'embed.js': '// finds its frames',
}
const embedded = '/embed/ownership/borrow-deadline/'
const inGerman = `/de${embedded}`

describe('pages in frames of other sites', () => {
  it.each([
    ['', "frame-ancestors 'self'"],
    ['https://book.example', "frame-ancestors 'self' https://book.example"],
    [
      'https://book.example, https://*.example.edu:8443',
      "frame-ancestors 'self' https://book.example https://*.example.edu:8443",
    ],
    ['*', "frame-ancestors 'self' *"],
  ])('where FRAME_ANCESTORS is «%s», those made for it say «%s»', async (setting, policy) => {
    const app = await serveSite(files, setting)
    for (const path of [embedded, inGerman]) {
      const { headers } = await app.request(path)
      expect(headers.get('Content-Security-Policy')).toBe(`default-src 'self';${policy}`)
      expect(headers.get('X-Frame-Options')).toBe(setting === '' ? 'SAMEORIGIN' : null)
    }
  })

  it.each([
    '/',
    '/settings/',
    '/embedded/',
    '/embed/../settings/',
    '/embed/%2e%2e/settings/',
    '/de/settings/',
    '/de/embed/../settings/',
    '/de/embed/nowhere/',
    '/embed/nowhere/',
    '/embed/',
    '/nowhere/',
  ])('no other page can be shown in one, whatever its address looks like: %s', async (path) => {
    const { headers } = await (await serveSite(files, '*')).request(path)
    expect(headers.get('Content-Security-Policy')).toMatch(/frame-ancestors 'self'$/)
    expect(headers.get('X-Frame-Options')).toBe('SAMEORIGIN')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
  })

  it('their pages may load the script that gives frames their height, and no other of ours', async () => {
    const app = await serveSite({ ...files, 'other.js': '' }, '*')
    const policyOf = async (path: string) =>
      (await app.request(path)).headers.get('Cross-Origin-Resource-Policy')
    expect(await policyOf('/embed.js')).toBe('cross-origin')
    expect(await policyOf('/other.js')).toBe('same-origin')
  })
})

it.each([
  "https://book.example; script-src 'unsafe-inline'",
  'https://book.example;script-src',
  'https://book.example\r\nSet-Cookie: a=b',
  'https://book.example https://evil.example',
  'https://book.example/course',
  'https://book.example,*',
  'https://*',
  'https://*.*.example',
  'https://bo*k.example',
  'https://someone@book.example',
  'https://book.example,',
  "'none'",
  'book.example',
  'javascript:alert(1)',
  'data:',
])('a list of origins with anything else in it is refused at the start: %j', (setting) => {
  expect(() => readSettings({ FRAME_ANCESTORS: setting })).toThrow(
    new SettingError(
      `The setting FRAME_ANCESTORS is «${setting}», but should be: * or origins with commas, such as https://book.example.org,https://*.example.edu.`,
    ),
  )
})

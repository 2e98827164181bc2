import { describe, expect, it } from 'vitest'
import { toOEmbed } from '#components/embed/to-oembed.ts'
import { forFrame } from '#playground/workbench/embed/for-frame.ts'
import { readFraming } from '#playground/workbench/embed/read-framing.ts'
import { toSnippet } from '#playground/workbench/embed/to-frame.ts'
import { OEmbed } from '#protocol/oembed.ts'

const src = 'https://example.org/embed/ownership/borrow-deadline/?side=c&theme=dark'
const script = 'https://example.org/embed.js'

describe('what is put into another page', () => {
  it('is a frame, and the script that gives it its height', () => {
    expect(toSnippet({ src, title: 'A lesson', width: '100%', height: 640 }, script)).toBe(
      `<iframe src="https://example.org/embed/ownership/borrow-deadline/?side=c&amp;theme=dark" title="A lesson" width="100%" height="640" style="border:0" loading="lazy" allow="clipboard-write"></iframe>
<script src="https://example.org/embed.js" async></script>`,
    )
  })

  it('holds any title as a title', () => {
    const title = `"><script>alert('x')</script> & «'»`
    const snippet = toSnippet({ src, title, width: '100%', height: 640 }, script)
    expect(snippet).toContain(
      ` title="&quot;&gt;&lt;script&gt;alert('x')&lt;/script&gt; &amp; «'»" width="100%"`,
    )
    expect(snippet.match(/<script/g)).toHaveLength(1)
  })

  it('is described for oEmbed in the words that the service reads, with the picture where there is one', () => {
    const home = 'https://example.org/course/'
    const lesson = toOEmbed({ name: 'a/b', title: 'What "x" is', hasPreview: true }, home)
    expect(OEmbed.parse(lesson)).toEqual(lesson)
    expect(lesson.html).toContain(
      ' src="https://example.org/course/embed/a/b/" title="What &quot;x&quot; is" width="800" height="640"',
    )
    expect(lesson.thumbnail_url).toBe('https://example.org/course/a/b/preview.png')
    expect(toOEmbed({ name: 'playground', title: 'P', hasPreview: false }, home)).not.toHaveProperty(
      'thumbnail_url',
    )
  })
})

it.each([
  [{}, { kind: 'anyone' }],
  [{ 'X-Frame-Options': 'SAMEORIGIN' }, { kind: 'nobody' }],
  [{ 'Content-Security-Policy': "default-src 'self'" }, { kind: 'anyone' }],
  [{ 'Content-Security-Policy': "default-src 'self';frame-ancestors 'self'" }, { kind: 'nobody' }],
  [{ 'Content-Security-Policy': "frame-ancestors 'none'" }, { kind: 'nobody' }],
  [{ 'Content-Security-Policy': "frame-ancestors 'self' *" }, { kind: 'anyone' }],
  [
    {
      'Content-Security-Policy': "frame-ancestors 'self' https://a.example https://*.b.example",
      'X-Frame-Options': 'SAMEORIGIN',
    },
    { kind: 'some', origins: ['https://a.example', 'https://*.b.example'] },
  ],
])('who may show a page in a frame is read from its headers: %j', (headers, framing) => {
  expect(readFraming(new Headers(headers as Record<string, string>))).toEqual(framing)
})

it('nothing is offered in a frame that takes the reader’s work out, brings other in, or says where code goes', () => {
  const action = (id: string) => ({ id, title: id, callback() {} })
  const ids = ['check', 'split', 'solution', 'export', 'import', 'where', 'embed', 'full', 'qr-code']
  const bar = {
    ...{ run: [action('run')], isRunning: false, stop() {} },
    buttons: ids.map(action),
    menu: [ids.map(action)],
  }
  const { buttons, menu } = forFrame(bar)
  for (const shown of [buttons, menu.flat()]) expect(shown.map(({ id }) => id)).toEqual(['check', 'solution'])
})

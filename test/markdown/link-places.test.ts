import { mdxToJs } from 'satteri'
import { expect, it } from 'vitest'
import { linkPlaces, toPlace } from '#markdown/link-places.ts'
import { renderPhrase } from '#markdown/render-prose.ts'

it.each([
  ['fs/pipe.c', ', line 902), and that', 'fs/pipe.c#L902'],
  ['rust/macros/module.rs', ', lines 631–644).', 'rust/macros/module.rs#L631-L644'],
  ['rust/kernel/print.rs', ', lines 379 and 380).', 'rust/kernel/print.rs#L379-L380'],
  ['rust/kernel/debugfs.rs', ' (lines 411–422), and', 'rust/kernel/debugfs.rs#L411-L422'],
  ['Documentation/process/cve.rst', ', Zeilen 36–42).', 'Documentation/process/cve.rst#L36-L42'],
  [
    'drivers/android/binder/node.rs',
    ', heute Zeilen 1027–1029).',
    'drivers/android/binder/node.rs#L1027-L1029',
  ],
  ['lib/Kconfig.kcsan', ' says so', 'lib/Kconfig.kcsan'],
  ['rust/Makefile', '. On line 7', 'rust/Makefile'],
])('`%s`%s is a place', (code, after, place) => {
  expect(toPlace(code, after)).toBe(place)
})

it.each([
  'driver.c',
  'rust/',
  'drivers/net/ethernet',
  'target/main.rs',
  'fs/pipe.c wakes',
  'fs/../etc/passwd.c',
])('`%s` is none', (code) => {
  expect(toPlace(code, ', line 3')).toBeUndefined()
})

it('the text of a lesson links them, outside of headings and of other links', () => {
  const code = (mdx: string) => mdxToJs(mdx, { mdastPlugins: [linkPlaces()] }).code
  expect(code('The ring (`fs/pipe.c`, line 902) is *zeroed*.')).toMatch(
    /href: "https:\/\/elixir[^"]*source\/fs\/pipe\.c#L902"/,
  )
  expect(code('## In `fs/pipe.c`\n')).not.toContain('href')
  expect(code('[`fs/pipe.c`](/x/)')).not.toContain('elixir')
})

it('the Markdown of hints and tasks links them too', () => {
  const href = 'https://elixir.bootlin.com/linux/v7.3.4/source/lib/iov_iter.c#L193'
  expect(renderPhrase('so (`lib/iov_iter.c`, line 193). `drop` is')).toBe(
    `so (<a href="${href}"><code>lib/iov_iter.c</code></a>, line 193). <code>drop</code> is`,
  )
  expect(renderPhrase('[`lib/iov_iter.c`](/x/)')).not.toContain('elixir')
  expect(renderPhrase('`` a`lib/x.c`b ``')).not.toContain('elixir')
})

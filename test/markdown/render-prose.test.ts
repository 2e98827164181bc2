import { expect, it } from 'vitest'
import { renderPhrase, renderProse, renderSection } from '#markdown/render-prose.ts'

it('highlights a code block and says what the compiler makes of it', () => {
  const html = renderProse('Why?\n\n```rust fails=E0382\nlet a = b;\n```\n')
  expect(html).toContain('t-keyword')
  expect(html).toContain('refused with <a href="/errors/E0382/"><b>E0382</b></a>')
})

it('links no lint: only error codes have a page', () => {
  expect(renderProse('```rust fails=unused_must_use\nf();\n```\n')).toContain(
    'refused with <b>unused_must_use</b>',
  )
})

it('says where a quoted block is from, and numbers its lines as there', () => {
  const html = renderProse('```c quote=kernel/fork.c#L7-L8\nint x;\nint y;\n```\n')
  expect(html).toMatch(/quoted from <a [^>]*><code>kernel\/fork\.c#L7-L8<\/code>/)
  expect(html).toContain('data-line="8"')
})

it('puts no paragraph around a phrase', () => {
  expect(renderPhrase('a `b`\n')).toBe('a <code>b</code>')
})

it('calls each block of code of a section otherwise than any other', () => {
  const html = renderSection('Fixes', '```rust\nf();\n```\n\n```rust\ng();\n```\n')
  expect([...html.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'rust code 1 of «Fixes»',
    'rust code 2 of «Fixes»',
  ])
})

it.each([
  ['c kernel', 'compiles without a warning'],
  ['c kernel warns=-Wreturn-stack-address', 'compiles, and clang warns: <b>-Wreturn-stack-address</b>'],
  ['c kernel fails=no-code', 'clang refuses it too'],
  [
    'c kernel crash=bad_unlock_balance',
    'compiles without a warning; the kernel reports <b class="crashed">bad unlock balance</b>',
  ],
])('says what becomes of C: «%s»', (info, caption) => {
  expect(renderProse(`\`\`\`${info}\nint x;\n\`\`\`\n`)).toContain(`<figcaption>${caption}</figcaption>`)
})

it('says nothing of C that is only an illustration', () => {
  expect(renderProse('```c\nint x;\n```\n')).not.toContain('figcaption')
})

it('leaves out the lines that are only there to be compiled', () => {
  const html = renderProse('```c kernel\n//# #include <linux/kref.h>\nint shown;\n```\n')
  expect(html).toContain('shown')
  expect(html).not.toContain('kref')
})

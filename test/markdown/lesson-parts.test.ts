import { mdxToJs } from 'satteri'
import { expect, it } from 'vitest'
import { lessonParts } from '#markdown/lesson-parts.ts'

const compile = (mdx: string) => mdxToJs(mdx, { mdastPlugins: [lessonParts(['Pair', 'Drill'])] }).code

it('what stands before the pair is the opening, what follows is the body', () => {
  const code = compile('The bug.\n\n<Pair />\n\n## Read\n\nThe rest.\n')
  expect(code).toMatch(/Opening.*The bug\..*Pair.*Body.*The rest\./s)
})

it('a code block reaches its component with tabs, quotes and line ends as they are', () => {
  const code = compile('<Pair />\n\n```c quote=a.c#L1-L2\nif (x)\n\tputs("{}");\n```\n')
  expect(code).toContain('code: "if (x)\\n\tputs(\\"{}\\");"')
  expect(code).toContain('meta: "quote=a.c#L1-L2"')
})

it.each(['No pair.\n', '<Pair />\n\n<Pair />\n', '<Pair />\n\n<Drill />\n'])(
  'refuses a text that has not exactly one marker: %j',
  (mdx) => {
    expect(() => compile(mdx)).toThrow(/one marker exactly once/)
  },
)

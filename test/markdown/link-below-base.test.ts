import { mdxToJs } from 'satteri'
import { expect, it } from 'vitest'
import { linkBelowBase } from '#markdown/link-below-base.ts'
import { linkWords } from '#markdown/link-words.ts'

const words = [{ word: 'borrow', forms: ['borrow'] }]
const compile = (mdx: string, base: string) =>
  mdxToJs(mdx, { mdastPlugins: [linkWords(() => words), linkBelowBase(base)] }).code

it('puts the path before links to the site, also those to the glossary', () => {
  const code = compile('[Lesson](/ownership/moves/), and borrow.\n', '/course/')
  expect(code).toContain('"/course/ownership/moves/"')
  expect(code).toContain('"/course/glossary/#borrow"')
})

it('leaves links to other hosts and within the page as they are', () => {
  const code = compile('[A](https://kernel.org/x/) [B](//kernel.org/) [C](#part)\n', '/course/')
  expect(code).not.toContain('course')
})

it('changes nothing at the root of a host', () => {
  expect(compile('[Lesson](/ownership/moves/)\n', '/')).toContain('"/ownership/moves/"')
})

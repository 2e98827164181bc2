import { expect, it } from 'vitest'
import { renderDiff } from '#markdown/render-diff.ts'

const changes = (before: string, after: string) => {
  const html = renderDiff({ before, after, language: 'rust', name: 'Changes' })
  return [...html.matchAll(/<span class="line (\w+)".*?<span class="src">(.*?)\n<\/span>/gs)].map(
    ([, change, text]) => `${change}: ${text!.replace(/<[^>]+>/g, '')}`,
  )
}

it('shows the whole text with what went and what came', () => {
  expect(changes('a\nb\nc\n', 'a\nx\nc\nd\n')).toEqual([
    'same: a',
    'removed: b',
    'added: x',
    'same: c',
    'added: d',
  ])
})

it('says in words what a sign and a colour say', () => {
  const html = renderDiff({ before: 'a\n', after: 'b\n', language: 'rust', name: 'Changes' })
  expect(html).toContain('removed: </span>')
  expect(html).toContain('added: </span>')
})

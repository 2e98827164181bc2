import { expect, it } from 'vitest'
import { renderDiff } from '#markdown/render-diff.ts'

const changes = (before: string, after: string, context?: number) => {
  const html = renderDiff({
    ...{ before, after, language: 'rust', name: 'Changes' },
    ...(context !== undefined && { context }),
  })
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

it('leaves out what is far from a change, where asked', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\n'
  expect(changes(before, before.replace('e', 'x'), 1)).toEqual([
    'same: 3 lines',
    'same: d',
    'removed: e',
    'added: x',
    'same: f',
    'same: 3 lines',
  ])
  expect(changes('a\nb\nc\n', 'a\nb\nx\n', 0)).toEqual(['same: a', 'same: b', 'removed: c', 'added: x'])
})

it('says in words what a sign and a colour say', () => {
  const html = renderDiff({ before: 'a\n', after: 'b\n', language: 'rust', name: 'Changes' })
  expect(html).toContain('removed: </span>')
  expect(html).toContain('added: </span>')
})

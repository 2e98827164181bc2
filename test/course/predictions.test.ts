import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const lessons = globSync('lessons/*/*/lesson*.mdx').filter((file) =>
  readFileSync(file, 'utf8').includes('<Predict>'),
)

it('there are lessons with a prediction', () => {
  expect(lessons.length).toBeGreaterThan(15)
})

it.each(lessons)('no figure below the prediction of %s gives its answer away', (file) => {
  const text = readFileSync(file, 'utf8')
  const below = text.slice(text.indexOf('</Predict>'), text.indexOf('<Refusal />'))
  expect(below).not.toContain('<Figure')
})

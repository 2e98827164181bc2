import { expect, it } from 'vitest'
import { fillCounts, toShownCount } from '#course/counts.ts'
import { CourseError } from '#course/course-error.ts'

const lesson = {
  '01-a/01-b/counts.yaml': `rust-lines: find . -name '*.rs' | xargs cat | wc -l\n`,
  '01-a/01-b/recorded.json': '{"counts":{"rust-lines":"191731"}}',
  '01-a/01-b/drill.yaml': 'why: There are {count:rust-lines} lines.\n',
  '01-a/01-b/drill.de.yaml': 'why: Es sind {count:rust-lines} Zeilen.\n',
  '01-a/02-c/drill.yaml': 'why: Elsewhere {count:rust-lines} is only text.\n',
}

it('puts what was counted into the texts of its own lesson, as people read it', () => {
  const files = fillCounts(lesson)
  expect(files['01-a/01-b/drill.yaml']).toBe('why: There are 191,731 lines.\n')
  expect(files['01-a/01-b/drill.de.yaml']).toBe('why: Es sind 191.731 Zeilen.\n')
  expect(files['01-a/02-c/drill.yaml']).toBe(lesson['01-a/02-c/drill.yaml'])
  expect(files['01-a/01-b/counts.yaml']).toBe(lesson['01-a/01-b/counts.yaml'])
})

it('shows that something was not counted yet', () => {
  const files = fillCounts({ ...lesson, '01-a/01-b/recorded.json': '{}' })
  expect(files['01-a/01-b/drill.yaml']).toBe('why: There are … lines.\n')
})

it('refuses a count that has no command, and names the file', () => {
  const drill = { '01-a/01-b/drill.yaml': 'why: There are {count:c-lines} lines.\n' }
  expect(() => fillCounts({ ...lesson, ...drill })).toThrow(CourseError)
  expect(() => fillCounts({ ...lesson, ...drill })).toThrow(/01-b\/drill\.yaml shows the count «c-lines»/)
})

it('leaves as it is what is no whole number', () => {
  expect(['42', '1234567', '0.38', '3 drivers\n1 mm'].map((output) => toShownCount(output))).toEqual([
    '42',
    '1,234,567',
    '0.38',
    '3 drivers\n1 mm',
  ])
})

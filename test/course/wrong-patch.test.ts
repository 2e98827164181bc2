import { expect, it } from 'vitest'
import { CourseError } from '#course/course-error.ts'
import { applyWrongPatch, readWrongAnswers, toWrongPatch } from '#course/wrong-patch.ts'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `    line(${index});`)
const toProgram = (body: string[]) => `fn main() {\n${body.join('\n')}\n}\n`
const solution = toProgram(lines(30))
const start = toProgram(lines(30).toReversed())
const wrong = toProgram(lines(30).with(20, '    late();'))

it('a wrong answer becomes a patch of what it is nearer to, and a program again', () => {
  const patch = toWrongPatch('main.rs', { start, solution }, wrong)
  expect(patch).toMatch(/^--- solution\/main\.rs/)
  expect(patch.split('\n').length).toBeLessThan(15)
  expect(applyWrongPatch('wrong/x.patch', patch, { start, solution })).toBe(wrong)
})

it('a patch has the name that its program had', () => {
  const patch = toWrongPatch('main.rs', { start, solution }, wrong)
  const answers = readWrongAnswers(
    'lesson',
    { 'E0505-late.patch': patch, 'tests-no.rs': 'x' },
    { start, solution },
  )
  expect(answers).toEqual({ 'E0505-late.rs': wrong, 'tests-no.rs': 'x' })
})

it('a patch that does not fit any more is told, with what to do', () => {
  const patch = toWrongPatch('main.rs', { start, solution }, wrong)
  const bases = { start, solution: 'fn main() {}\n' }
  expect(() => applyWrongPatch('a/wrong/x.patch', patch, bases)).toThrow(CourseError)
  expect(() => applyWrongPatch('a/wrong/x.patch', patch, bases)).toThrow(
    /a\/wrong\/x\.patch does not fit the solution any more/,
  )
  expect(() => applyWrongPatch('a/wrong/x.patch', 'no patch', bases)).toThrow(
    /does not say what it is a patch of/,
  )
})

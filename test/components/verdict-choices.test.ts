import { expect, it } from 'vitest'
import { toVerdictChoices } from '#components/tasks/verdict-choices.ts'

const choices = toVerdictChoices({
  verdict: 'partly',
  instead: { true: 'Not all.', wrong: 'Some of it is there.', open: 'Count it.' },
})

it('a claim offers the same four verdicts, each with a key', () => {
  expect(choices.map(({ value, key }) => `${key} ${value}`)).toEqual([
    '1 true',
    '2 partly',
    '3 wrong',
    '4 open',
  ])
})

it('one is right, and a wrong one says why', () => {
  expect(choices.filter(({ isRight }) => isRight).map(({ says }) => says)).toEqual(['Yes.'])
  expect(choices.map(({ says }) => says)).toEqual([
    'No. Not all.',
    'Yes.',
    'No. Some of it is there.',
    'No. Count it.',
  ])
})

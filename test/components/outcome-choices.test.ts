import { expect, it } from 'vitest'
import { toOutcomeChoices } from '#components/tasks/outcome-choices.ts'

const rust = '// The size.\nlet a = 1;\n\nlet b: u8 = a;\n'

it('offers the lines of code, but not comments and empty lines', () => {
  const choices = toOutcomeChoices({ rust, outcome: 'accepted' })
  expect(choices.map(({ value }) => value)).toEqual(['accepted', 'panics', 'line', 'line 2', 'line 4'])
  expect(choices.map(({ key }) => key)).toEqual(['r', 'p', '', '2', '4'])
})

it('one choice is right, and each wrong one says what is wrong', () => {
  const choices = toOutcomeChoices({ rust, outcome: { refused: 'E0308', line: 4 } })
  expect(choices.filter(({ isRight }) => isRight).map(({ value }) => value)).toEqual(['line 4'])
  expect(choices.find(({ value }) => value === 'line 2')!.says).toMatch(/another line/)
  expect(choices.find(({ value }) => value === 'accepted')!.says).toMatch(/refuses this program/)
})

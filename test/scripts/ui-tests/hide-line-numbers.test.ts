import { expect, it } from 'vitest'
import { hideLineNumbers } from '#scripts/ui-tests/hide-line-numbers.ts'

const drawn = (margin: string, one: string, two: string): string =>
  `error: one
       two
${margin}--> main.rs:1:2
${margin} |
${one} |   a(
${margin} |  __^
...${margin} |
${two} | | )
${margin} | |_^ here
${margin} |
${margin} = note: one
${margin}         two
help: three
${margin} |
${one} ~ a!(
${margin} |
`.replace(`...${margin} |`, `...${' '.repeat(margin.length)}|`)

it('a margin of one becomes one of two', () => {
  expect(hideLineNumbers(drawn(' ', '1', '9'))).toBe(drawn('  ', 'LL', 'LL'))
})

it('a margin of four becomes one of two', () => {
  expect(hideLineNumbers(drawn('    ', '98  ', '1000'))).toBe(drawn('  ', 'LL', 'LL'))
})

it('what has no drawing stays', () => {
  expect(hideLineNumbers('error: aborting due to 1 previous error\n\n')).toBe(
    'error: aborting due to 1 previous error\n\n',
  )
})

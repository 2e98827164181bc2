import { expect, it } from 'vitest'
import { toReadFiles } from '#playground/workbench/to-read-files.ts'
import { driverExercise } from '../driver-exercise.ts'

const exercise = {
  ...driverExercise,
  checkScript: 'insmod driver.ko\n',
  kunit: '#[test]\n',
  start: { 'driver.rs': 'mod pulse;\n', 'pulse.rs': 'extern "C" {}\n' },
  given: ['pulse.rs'],
  headers: { 'pulse.h': 'int pulse;\n' },
  companions: {
    fixtures: { pulse: { 'pulse.c': 'int pulse = 1;\n', 'pulse.h': 'int pulse;\n' } },
    programs: { suite: { 'suite.c': 'int main(void) {}\n' } },
  },
}

it('what an exercise is checked with and what it brings are told apart, each file once', () => {
  expect(toReadFiles(exercise)).toEqual({
    checks: { 'check/boot.sh': 'insmod driver.ko\n', 'check/kunit.rs': '#[test]\n' },
    given: {
      'pulse.rs': 'extern "C" {}\n',
      'pulse.h': 'int pulse;\n',
      'pulse.c': 'int pulse = 1;\n',
      'suite.c': 'int main(void) {}\n',
    },
  })
})

it('an exercise that brings nothing has nothing to show of it', () => {
  expect(toReadFiles(driverExercise).given).toEqual({})
})

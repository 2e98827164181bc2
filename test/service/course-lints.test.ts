import { describe, expect, it } from 'vitest'
import { lessonRules, ruleNames } from '#protocol/lesson-rules.ts'
import { toRustLint } from '#service/kernel/rust-module-job.ts'
import { toRustcJob } from '#service/rustc-job.ts'
import { createFakeRoom } from './kernel/fake-kernel.ts'
import { requestFor } from './test-service.ts'

describe.each(ruleNames)('the rule «%s»', (rule) => {
  it.each([
    ['userspace', toRustcJob(requestFor('fn main() {}', 'lint'))],
    ['kernel', toRustLint(createFakeRoom(), { 'driver.rs': '' })],
  ])('has all of its lints asked for when a program of target %s is linted', (_target, { command }) => {
    const asked = command.filter((_, index) => command[index - 1] === '-W')
    expect(asked).toEqual(expect.arrayContaining([...lessonRules[rule].lints]))
  })

  it('has a lint', () => {
    expect(lessonRules[rule].lints).not.toEqual([])
  })
})

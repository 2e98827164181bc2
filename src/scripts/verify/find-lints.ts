import type { Diagnostic } from '#protocol/diagnostic.ts'
import { isAboutGiven } from '#course/is-about-given.ts'
import type { Rule } from '#course/frontmatter.ts'
import { lessonRules, ruleNames } from '#protocol/lesson-rules.ts'
import { type Program, toRequest } from './program.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** Gives what clippy says of a program; most lints behind rules are off by default: those of rules not asked for do not count. */
export async function findLints(runner: LessonRunner, program: Program): Promise<Diagnostic[]> {
  const lint = await runner.compile(toRequest(program, 'lint'))
  if (lint.outcome === 'stopped') return []
  const { target, rules, given } = program.exercise
  const ofRules = lintsOf(
    ruleNames.filter((rule) => target === 'userspace' || !lessonRules[rule].inEveryDriver),
  )
  const asked = lintsOf(rules)
  return lint.diagnostics
    .filter((found) => !isAboutGiven(found, given))
    .filter(({ code }) => !code || !ofRules.includes(code) || asked.includes(code))
}

/** Lists the lints of these rules: who has one of them breaks its rule. */
export function lintsOf(rules: Rule[]): string[] {
  return rules.flatMap((rule) => lessonRules[rule].lints)
}

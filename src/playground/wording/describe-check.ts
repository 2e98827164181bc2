import { t } from '#i18n/t.ts'
import { compilerOf, isOfRun } from '#story/diagnostic-source.ts'
import type { Story } from '#story/story.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { describeCount, describeFailure, describeStoppedCompiler } from './describe-answer.ts'

/** Describes in a sentence what the compiler makes of the program; what follows from an error does not count. */
export function describeCheck({ check, navigator, language }: ProgramSession): string {
  const state = check.value
  const compiler = compilerOf(language)
  if (state.kind === 'not asked') return describeQuestion(compiler)
  if (state.kind === 'checking') return t('Checking…')
  const { answer } = state
  if (answer.kind !== 'result') return describeFailure(answer)
  const { result } = answer
  if (result.outcome === 'stopped') return describeStoppedCompiler(result)
  const told = navigator.stories.value.filter(({ source }) => !isOfRun(source))
  const isClippys = ({ code }: Story) => code?.startsWith('clippy::') === true
  const counts = countProblems(told.filter((story) => !isClippys(story)))
  const ofClippy = countProblems(told.filter(isClippys))
  const clippy = ofClippy && t('Clippy: {counts}.', { counts: ofClippy })
  if (result.outcome === 'rejected' && told.some((story) => isError(story) && !isClippys(story)))
    return join(
      t('{compiler} refuses this program: {counts}.', { compiler, counts }),
      state.linted ? t('Clippy needs a program that {compiler} accepts.', { compiler }) : clippy,
    )
  if (state.linted && !counts && !clippy && !answer.recorded)
    return t('{compiler} accepts this program, and Clippy has nothing to add.', { compiler })
  const accepts = t('{compiler} accepts this program', { compiler })
  return join(`${join(accepts, counts, '; ')}.`, clippy)
}

function isError({ severity }: Story): boolean {
  return severity === 'error'
}

/** Empty where there is none. */
function countProblems(stories: Story[]): string {
  const severities = ['error', 'warning'] as const
  const counts = severities.map(
    (severity) => [stories.filter((it) => it.severity === severity).length, severity] as const,
  )
  return counts.flatMap(([count, severity]) => (count > 0 ? [describeCount(count, severity)] : [])).join(', ')
}

function join(one: string, other: string, between = ' '): string {
  return other ? `${one}${between}${other}` : one
}

/** Asks the reader to predict what the compiler will say. */
export function describeQuestion(compiler: string): string {
  return t('What will {compiler} say, and about which line? Decide first, or begin to type.', { compiler })
}

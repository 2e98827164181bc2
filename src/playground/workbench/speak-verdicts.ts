import { effect } from '@preact/signals'
import { describeStory } from '#story/describe-story.ts'
import { isOfRun } from '#story/diagnostic-source.ts'
import { announce } from '../notices/announcements.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { describeCheck } from '../wording/describe-check.ts'

/** How long a text must rest, in milliseconds, before its verdict is spoken: never while the reader types. */
export const quietMilliseconds = 1500

/** Tells screen readers in one sentence when problems come and go; the same sentence is not said twice. */
export function speakVerdicts(program: ProgramSession): () => void {
  let spoken = ''
  return effect(() => {
    if (program.check.value.kind !== 'answered') return
    const sentence = describeVerdict(program)
    const timer = setTimeout(() => {
      if (sentence !== spoken) announce(sentence)
      spoken = sentence
    }, quietMilliseconds)
    return () => clearTimeout(timer)
  })
}

function describeVerdict(program: ProgramSession): string {
  const [first] = program.navigator.stories.value.filter(
    ({ source, severity }) => !isOfRun(source) && severity === 'error',
  )
  return [describeCheck(program), first && describeStory(first)].filter(Boolean).join(' ')
}

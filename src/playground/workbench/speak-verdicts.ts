import { effect } from '@preact/signals'
import { describeStory } from '#story/describe-story.ts'
import { isOfRun } from '#story/diagnostic-source.ts'
import { announce } from '../notices/announcements.ts'
import type { CheckState } from '../program/check-loop.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { describeCheck } from '../wording/describe-check.ts'

/** How long a text must rest, in milliseconds, before its verdict is spoken: never while the reader types. */
export const quietMilliseconds = 1500

/** Tells screen readers in one sentence when problems come and go; the same sentence is not said twice, unless Clippy was asked again. */
export function speakVerdicts(program: ProgramSession): () => void {
  let spoken = ''
  let heard: CheckState | undefined
  return effect(() => {
    const state = program.check.value
    if (state.kind !== 'answered') return
    const sentence = describeVerdict(program)
    const timer = setTimeout(() => {
      if (sentence !== spoken || (state.linted && state !== heard)) announce(sentence, program.text)
      ;[spoken, heard] = [sentence, state]
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

import { effect } from '@preact/signals'
import { sayStory } from '#story/describe-story.ts'
import { announce } from '../notices/announcements.ts'
import type { Bench } from '../program/program-session.ts'
import { compilerOf } from '../wording/describe-answer.ts'
import { sayCheck } from '../wording/describe-check.ts'

/** How long a text must rest, in milliseconds, before its verdict is spoken: never while the reader types. */
export const quietMilliseconds = 1500

/** Tells screen readers in one sentence when problems come and go; the same sentence is not said twice. */
export function speakVerdicts(bench: Bench): () => void {
  let spoken = ''
  return effect(() => {
    if (bench.check.value.kind !== 'answered') return
    const sentence = sayVerdict(bench)
    const timer = setTimeout(() => {
      if (sentence !== spoken) announce(sentence)
      spoken = sentence
    }, quietMilliseconds)
    return () => clearTimeout(timer)
  })
}

function sayVerdict({ check, reading, language }: Bench): string {
  const [first] = reading.stories.value.filter(({ by, severity }) => by !== 'kernel' && severity === 'error')
  return [sayCheck(check.value, compilerOf(language)), first && sayStory(first)].filter(Boolean).join(' ')
}

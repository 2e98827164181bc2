import { useEffect } from 'preact/hooks'
import { announced } from '../../notices/announcements.ts'
import type { Bench } from '../../program/program-session.ts'
import { speakVerdicts } from '../speak-verdicts.ts'

/** Speaks what is announced, and what becomes of the program on the bench in sight. */
export function Announcer({ bench }: { bench: Bench | undefined }) {
  useEffect(() => bench && speakVerdicts(bench), [bench])
  return (
    <p class="visually-hidden wb-announcer" role="status" aria-label="News of the workbench">
      <span key={announced.value.count}>{announced.value.sentence}</span>
    </p>
  )
}

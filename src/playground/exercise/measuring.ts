import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Measured } from '#course/kinds/measure/measured.ts'
import { latestOnly } from '../program/latest-only.ts'
import type { ProgramSession } from '../program/program-session.ts'
import type { ExerciseTools } from './exercise-tools.ts'
import { measureSide, type SideSizes } from './measure-side.ts'

/** How far the last «Measure» is. */
export type MeasureState =
  { kind: 'not yet' } | { kind: 'measuring' } | { kind: 'measured'; c: SideSizes; rust: SideSizes }

/** What is measured of an exercise, and what came of it. */
export interface Measuring {
  rows: Measured[]
  state: ReadonlySignal<MeasureState>
  /** Whether either side was edited, or reset, after it was measured. */
  isOlder: ReadonlySignal<boolean>
  /** Brings the numbers into sight, and measures C and Rust as they are now. */
  measure(): Promise<void>
  end(): void
}

/** Measures the two sides of an exercise when the reader asks for it; undefined where nothing is to be measured. */
export function createMeasuring(
  { exercise, inspectClient }: ExerciseTools,
  { c, rust }: { c: ProgramSession; rust: ProgramSession },
): Measuring | undefined {
  const { measured, variant } = exercise
  if (!measured) return undefined
  const state = signal<MeasureState>({ kind: 'not yet' })
  const texts = signal({ c: '', rust: '' })
  const isOlder = computed(
    () =>
      state.value.kind === 'measured' &&
      (texts.value.c !== c.text.value || texts.value.rust !== rust.text.value),
  )
  const latest = latestOnly()
  const measureOf = ({ language, files }: ProgramSession, signal: AbortSignal) =>
    measureSide(inspectClient, { language, variant, files: files() }, signal)
  return {
    ...{ rows: measured, state, isOlder },
    async measure() {
      rust.panel.value = 'checks'
      rust.help.value = undefined
      state.value = { kind: 'measuring' }
      texts.value = { c: c.text.peek(), rust: rust.text.peek() }
      const found = await latest.run((signal) => Promise.all([measureOf(c, signal), measureOf(rust, signal)]))
      if (found) state.value = { kind: 'measured', c: found[0], rust: found[1] }
    },
    end: latest.abort,
  }
}

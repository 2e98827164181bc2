import { t } from '#i18n/t.ts'
import type { OpenExercise } from '../exercise/open-exercise.ts'
import type { BarActions } from './actions.ts'
import { barLooks } from './exercise-actions.ts'
import { keysOf } from './keys.ts'
import { toggleLayout } from './layout.ts'

/** Makes what is to be done with an exercise into a callback that has it done once that is there. */
export type Later = (wish: (open: OpenExercise) => void) => () => void

/** What the bar of a lesson's workbench offers before its exercise is there; `measures`: the lesson weighs code. */
export function toEarlyActions(later: Later, root: string, measures: boolean): BarActions {
  const check = later(({ session }) => void session.check())
  const measure = later(({ measuring }) => void measuring?.measure())
  return {
    run: [
      {
        ...barLooks.run(),
        about: `${root}, ${keysOf('run')}`,
        callback: later(({ startActive }) => startActive()),
      },
      { ...barLooks.runBoth(), about: t('C and Rust'), callback: later(({ startBoth }) => startBoth()) },
    ],
    isRunning: false,
    stop() {},
    buttons: [
      { ...barLooks.check(), callback: check },
      ...(measures ? [{ ...barLooks.measure(), callback: measure }] : []),
      { ...barLooks.split(), isOn: false, callback: later(({ view }) => toggleLayout(view, 'split')) },
    ],
    menu: [],
  }
}

import { setUpLine } from '../kinds/forensics/set-up-line.ts'
import { setUpSteps } from '../kinds/port/set-up-steps.ts'
import { setUpTasks } from './set-up-tasks.ts'

/** What pages with tasks or steps, or with a report to point into, do once somebody is seen to read them. */
export function setUpAllTasks() {
  setUpTasks()
  setUpLine()
  setUpSteps()
}

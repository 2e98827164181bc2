import { setUpLine } from '../kinds/forensics/set-up-line.ts'
import { setUpTasks } from './set-up-tasks.ts'

/** What pages with tasks, or with a report to point into, do once somebody is seen to read them. */
export function setUpAllTasks() {
  setUpTasks()
  setUpLine()
}

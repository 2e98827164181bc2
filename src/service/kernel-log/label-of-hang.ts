import { isInDriver } from './driver-names.ts'
import type { LoggedReport } from './logged-report.ts'

/** Says what a task waits for that never comes, or that it leaves no time to others. */
export function labelOfHang({ title, text }: LoggedReport): string {
  const owner = findOwner(text)
  if (owner) return labelOfOwned(owner[1]!, owner[2]!, title)
  const [, waits] = waited.find(([sign]) => sign.test(toCalled(text))) ?? []
  if (waits) return `waits here for ${waits}`
  const still = /is still in a module after (\d+) seconds/.exec(title)
  if (still)
    return `${/ schedule(_timeout)?\+/.test(toCalled(text)) ? 'still waits here' : 'is still here'} after ${still[1]} seconds`
  if (/blocked for more/.test(title)) return 'waits here for what never comes'
  return /hard/i.test(title) ? 'goes on here for ever, with interrupts off' : 'goes on here for ever'
}

/** Of each line only the first words that could begin it are tried: a driver can fill its lines with them. */
function findOwner(text: string): RegExpExecArray | undefined {
  for (const line of text.split('\n')) {
    const start = line.search(/blocked on an? /)
    const found = start < 0 ? null : owned.exec(line.slice(start))
    if (found) return found
  }
  return undefined
}

const owned = /^blocked on an? (\S+?),? .*(?:owned|held) by task (.{1,20}:\d+)/

function labelOfOwned(lock: string, owner: string, title: string): string {
  const what = `${/^[aeiou]|^rw/.test(lock) ? 'an' : 'a'} ${lock}`
  return title.includes(` ${owner} blocked`)
    ? `waits here for ${what} that this very task holds`
    : `waits here for ${what} that task «${owner}» holds`
}

/** Functions of the kernel that wait, the more special ones first. */
const waited: [RegExp, string][] = [
  [/\b_raw_spin_lock|queued_spin_lock/, 'a spinlock that is never let go'],
  [/\b_raw_(read|write)_lock/, 'a lock for readers and writers that is never let go'],
  [/\bmutex_lock/, 'a mutex that is never let go'],
  [/\bdown(_\w+)?\+/, 'a semaphore that is never let go'],
  [/\bsynchronize_(s?rcu|rcu_expedited)/, 'readers of RCU that do not end'],
  [/\bkthread_stop/, 'a thread that does not end'],
  [/\b(cancel_\w*work_sync|__?flush_work|flush_workqueue|destroy_workqueue)/, 'work that does not end'],
  [/\btimer_(delete|shutdown)_sync/, 'a timer that does not end'],
  [/\bwait_for_completion/, 'a completion that never comes'],
]

/** What stood on the stack above the driver: the functions that it had called. */
function toCalled(text: string): string {
  const frames = text.split('\n').filter((line) => frame.test(line) && !line.includes('] ? '))
  const first = frames.findIndex((line) => isInDriver(line))
  return frames.slice(0, Math.max(first, 0)).join('\n')
}

const frame = /\] (RIP: | \[<)/

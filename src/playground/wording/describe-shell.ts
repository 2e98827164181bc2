import type { Language } from '#protocol/compile.ts'
import type { PushFailure, ShellEnd } from '#protocol/shell.ts'
import { describeCount, describeFailure } from './describe-answer.ts'
import type { PushState, ShellEnding, ShellState } from '../program/shell-session.ts'

/** Describes in a sentence how far a shell is or how it ended, and what to do next where that is not plain. */
export function describeShell(state: ShellState, file: string): string {
  switch (state.kind) {
    case 'closed':
      return `A real Linux kernel boots, with ${file} built as driver.ko, and you type the commands.`
    case 'asked':
      return 'Asking for a kernel…'
    case 'queued':
      return `Waiting for a kernel: ${state.ahead === 0 ? 'you are next' : `${state.ahead} ahead`}.`
    case 'building':
      return `Building ${file}…`
    case 'booting':
      return 'Booting…'
    case 'open':
      return state.warning ? describeWarning(state.warning) : 'The kernel is up. It is yours for ten minutes.'
    case 'ended':
      return describeEnding(state.ending)
  }
}

function describeWarning({ why, seconds }: { why: 'idle' | 'others'; seconds: number }): string {
  const cause = why === 'idle' ? 'Nobody has typed for a while.' : 'Others wait for a kernel.'
  return `${cause} This one ends in ${describeCount(seconds, 'second')}; press any key to keep it.`
}

function describeEnding(ending: ShellEnding): string {
  switch (ending.kind) {
    case 'ended':
      return ends[ending.why]
    case 'rejected':
      return 'The compiler refuses the driver, so there is nothing to boot. See Problems.'
    case 'cut off':
      return 'The connection broke, and the kernel ended with it. Your code is as it was: open another shell to go on.'
    case 'no result':
      return describeFailure(ending.failure, 'Open a shell')
  }
}

const ends: Record<ShellEnd | 'reader', string> = {
  reader: 'You closed the shell, and its kernel ended.',
  left: 'You left the shell, and the kernel switched itself off.',
  panicked: 'The kernel panicked. Its last words are below; open another shell to go on.',
  time: 'The ten minutes of this kernel are over. Open another shell to go on.',
  idle: 'Nobody typed for two minutes, so the kernel was switched off. Your code is as it was.',
  others:
    'Others waited for a kernel while nobody typed here, so this one was switched off. Your code is as it was.',
  output: 'More was printed than a shell may print (8 MB), so the kernel was switched off.',
  memory: 'The machine took more memory than it may have, so it was switched off.',
  crash: 'The machine died without a word of its kernel. Open another shell to go on.',
}

/** Describes what became of a driver that was put into the kernel; `file` is the reader's, such as `driver.c`. */
export function describePush(push: PushState): string {
  switch (push.kind) {
    case 'none':
      return ''
    case 'building':
      return `Building ${fileOf(push)}. The kernel goes on meanwhile.`
    case 'pushed':
      return push.isLoaded
        ? `${push.name}.ko is new. The kernel still runs the old one: unload that, then load this.`
        : `${push.name}.ko is new. It is not loaded yet.`
    case 'failed':
      return `${failures[push.why](fileOf(push))} The kernel goes on with what it has.`
  }
}

function fileOf({ language }: { language: Language }): string {
  return language === 'c' ? 'driver.c' : 'driver.rs'
}

const failures: Record<PushFailure, (file: string) => string> = {
  rejected: (file) => `The compiler refuses ${file}: see Problems.`,
  time: (file) => `${file} takes too long to compile.`,
  memory: (file) => `${file} needs too much memory to compile.`,
  output: (file) => `The compiler has too much to say about ${file}: see Problems.`,
  crash: (file) => `The compiler crashed on ${file}.`,
  busy: () => 'Many people are compiling just now. Push again in a moment.',
  invalid: (file) => `The compile service does not take these files of ${file}.`,
  unanswered: (file) => `Nothing in the kernel took the new ${file}. Build and boot again to use it.`,
}

/** Describes what of the code in sight the kernel has not got; empty where it has it. */
export function describeNewCode(has: 'these' | 'others' | 'none', file: string): string {
  if (has === 'these') return ''
  return has === 'others'
    ? `${file} has changed since it was built.`
    : `${file} is not in it: Push puts it beside.`
}

import type { ShellEnd } from '#protocol/shell.ts'
import { describeCount, describeFailure } from './describe-answer.ts'
import type { ShellEnding, ShellState } from '../program/shell-session.ts'

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
      return 'The connection broke, and the kernel ended with it. Open another shell.'
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

import { t, tn } from '#i18n/t.ts'
import type { Language } from '#protocol/compile.ts'
import type { PushFailure, ShellEnd } from '#protocol/shell.ts'
import { describeFailure } from './describe-answer.ts'
import { describeQueue } from './describe-boot.ts'
import type { PushState, ShellEnding, ShellState } from '../program/shell-session.ts'

/** Describes in a sentence how far a shell is or how it ended, and what to do next where that is not plain. */
export function describeShell(state: ShellState, file: string): string {
  switch (state.kind) {
    case 'closed':
      return t('A real Linux kernel boots, with {file} built as driver.ko, and you type the commands.', {
        file,
      })
    case 'asked':
      return t('Asking for a kernel…')
    case 'queued':
      return describeQueue(state.ahead)
    case 'building':
      return t('Building {file}…', { file })
    case 'booting':
      return t('Booting…')
    case 'open':
      return state.warning
        ? describeWarning(state.warning)
        : t('The kernel is up. It is yours for ten minutes. Esc, then Tab leaves the terminal.')
    case 'ended':
      return describeEnding(state.ending)
  }
}

function describeWarning({ why, seconds }: { why: 'idle' | 'others'; seconds: number }): string {
  const cause = why === 'idle' ? t('Nobody has typed for a while.') : t('Others wait for a kernel.')
  const end = tn(
    'This one ends in {count} second; press any key to keep it.',
    'This one ends in {count} seconds; press any key to keep it.',
    { count: seconds },
  )
  return `${cause} ${end}`
}

function describeEnding(ending: ShellEnding): string {
  switch (ending.kind) {
    case 'ended':
      return ends[ending.why]()
    case 'rejected':
      return t('The compiler refuses the driver, so there is nothing to boot. See Problems.')
    case 'cut off':
      return t(
        'The connection broke, and the kernel ended with it. Your code is as it was: open another shell to go on.',
      )
    case 'no result':
      return describeFailure(ending.failure, 'Open a shell')
  }
}

const ends: Record<ShellEnd | 'reader', () => string> = {
  reader: () => t('You closed the shell, and its kernel ended.'),
  left: () => t('You left the shell, and the kernel switched itself off.'),
  panicked: () => t('The kernel panicked. Its last words are below; open another shell to go on.'),
  time: () => t('The ten minutes of this kernel are over. Open another shell to go on.'),
  idle: () => t('Nobody typed for two minutes, so the kernel was switched off. Your code is as it was.'),
  others: () =>
    t(
      'Others waited for a kernel while nobody typed here, so this one was switched off. Your code is as it was.',
    ),
  output: () => t('More was printed than a shell may print (8 MB), so the kernel was switched off.'),
  memory: () => t('The machine took more memory than it may have, so it was switched off.'),
  crash: () => t('The machine died without a word of its kernel. Open another shell to go on.'),
}

/** Describes what became of a driver that was put into the kernel; `file` is the reader's, such as `driver.c`. */
export function describePush(push: PushState): string {
  switch (push.kind) {
    case 'none':
      return ''
    case 'building':
      return t('Building {file}. The kernel goes on meanwhile.', { file: fileOf(push) })
    case 'pushed':
      return push.isLoaded
        ? t('{name}.ko is new. The kernel still runs the old one: unload that, then load this.', {
            name: push.name,
          })
        : t('{name}.ko is new. It is not loaded yet.', { name: push.name })
    case 'failed':
      return `${failures[push.why](fileOf(push))} ${t('The kernel goes on with what it has.')}`
  }
}

function fileOf({ language }: { language: Language }): string {
  return language === 'c' ? 'driver.c' : 'driver.rs'
}

const failures: Record<PushFailure, (file: string) => string> = {
  rejected: (file) => t('The compiler refuses {file}: see Problems.', { file }),
  time: (file) => t('{file} takes too long to compile.', { file }),
  memory: (file) => t('{file} needs too much memory to compile.', { file }),
  output: (file) => t('The compiler has too much to say about {file}: see Problems.', { file }),
  crash: (file) => t('The compiler crashed on {file}.', { file }),
  busy: () => t('Many people are compiling just now. Push again in a moment.'),
  invalid: (file) => t('The compile service does not take these files of {file}.', { file }),
  unanswered: (file) =>
    t('Nothing in the kernel took the new {file}. Build and boot again to use it.', { file }),
}

/** Describes what of the code in sight the kernel has not got; empty where it has it. */
export function describeNewCode(has: 'these' | 'others' | 'none', file: string): string {
  if (has === 'these') return ''
  return has === 'others'
    ? t('{file} has changed since it was built.', { file })
    : t('{file} is not in it: Push puts it beside.', { file })
}

import type { CompileResult } from '#protocol/compile.ts'
import type { Stage } from '#protocol/status.ts'
import type { Preparing, RequestFailure } from '../backends/request-failure.ts'

/** A button that leads to an answer. */
export type AskingButton = 'Run' | 'Check' | 'Measure' | 'Open a shell'

/** Describes why there is no result, and what happens next: a check of the text is repeated by itself, what buttons ask for is not. */
export function describeFailure(answer: RequestFailure, button?: AskingButton): string {
  const next = (when: string) =>
    button ? `Press ${button} again ${when}.` : `Your code is saved here and will be checked ${when}.`
  switch (answer.kind) {
    case 'preparing':
      return `${describePreparing(answer)} ${next('when it is ready')}`
    case 'busy':
      return `Many people are compiling just now. ${next('in a moment')}`
    case 'refused':
      return `The compile service did not take this program: ${answer.detail}`
    case 'unavailable':
      return `There is no ${thingOf(answer.stage)} here: ${answer.reason}. ${answer.remedy}`.trim()
    case 'unreachable':
      return navigator.onLine
        ? `The compile service can’t be reached. ${next('when the service is back')}`
        : `You are offline. ${next('when you are back')}`
    case 'silent elsewhere':
      return `${answer.host} does not answer as it should. ${next('later')}`
    case 'outdated':
      return 'This page is older than the compile service. Reload it; your code is saved.'
  }
}

/** Describes that what was being prepared is there now. */
export function describeReady({ stage }: Preparing, button: 'Run' | 'Check' | undefined): string {
  return `The ${thingOf(stage)} is ready now.${button ? ` Press ${button}.` : ''}`
}

function describePreparing({ stage, percent, step, secondsLeft }: Preparing): string {
  const left = secondsLeft === undefined ? '' : `, ${describeTimeLeft(secondsLeft)}`
  return `The ${thingOf(stage)} is being prepared: ${percent} % (${step})${left}.`
}

function thingOf(stage: Stage): string {
  return stage === 'userspace' ? 'compiler' : 'kernel'
}

function describeTimeLeft(seconds: number): string {
  return seconds < 90 ? 'about a minute left' : `about ${Math.round(seconds / 60)} minutes left`
}

/** Describes why the compiler itself was stopped. */
export function describeStoppedCompiler({ reason }: Extract<CompileResult, { outcome: 'stopped' }>): string {
  return {
    time: 'The compiler was stopped: this program takes too long to compile.',
    memory: 'The compiler was stopped: this program needs too much memory to compile.',
    output:
      'The compiler was stopped: it had too much to say about this program. Fix its first problems, or silence its warnings.',
    crash: 'The compiler itself crashed on this program.',
  }[reason]
}

/** Counts in words, such as «3 errors» or «1 warning». */
export function describeCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

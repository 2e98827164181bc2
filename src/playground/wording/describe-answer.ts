import { t, tn } from '#i18n/t.ts'
import type { CompileResult } from '#protocol/compile.ts'
import type { Stage } from '#protocol/status.ts'
import type { Preparing, RequestFailure } from '../backends/request-failure.ts'

/** A button that leads to an answer. */
export type AskingButton = 'Run' | 'Check' | 'Measure' | 'Open a shell'

/** Describes why there is no result, and what happens next: a check of the text is repeated by itself, what buttons ask for is not. */
export function describeFailure(answer: RequestFailure, button?: AskingButton): string {
  switch (answer.kind) {
    case 'preparing':
      return `${describePreparing(answer)} ${describeNext('ready', button)}`
    case 'busy':
      return `${t('Many people are compiling just now.')} ${describeNext('moment', button)}`
    case 'refused':
      return t('The compile service did not take this program: {why}', { why: answer.detail })
    case 'unavailable':
      return `${describeMissing(answer.stage, answer.reason)} ${answer.remedy}`.trim()
    case 'unreachable':
      return navigator.onLine
        ? `${t('The compile service can’t be reached.')} ${describeNext('service back', button)}`
        : `${t('You are offline.')} ${describeNext('online', button)}`
    case 'silent elsewhere':
      return `${t('{host} does not answer as it should.', { host: answer.host })} ${describeNext('later', button)}`
    case 'outdated':
      return t('This page is older than the compile service. Reload it; your code is saved.')
  }
}

type When = 'ready' | 'moment' | 'service back' | 'online' | 'later'

function describeNext(when: When, button: AskingButton | undefined): string {
  return button ? describeAgain(when, titleOf(button)) : describeRepeat(when)
}

function describeAgain(when: When, button: string): string {
  switch (when) {
    case 'ready':
      return t('Press {button} again when it is ready.', { button })
    case 'moment':
      return t('Press {button} again in a moment.', { button })
    case 'service back':
      return t('Press {button} again when the service is back.', { button })
    case 'online':
      return t('Press {button} again when you are back.', { button })
    case 'later':
      return t('Press {button} again later.', { button })
  }
}

function describeRepeat(when: When): string {
  switch (when) {
    case 'ready':
      return t('Your code is saved here and will be checked when it is ready.')
    case 'moment':
      return t('Your code is saved here and will be checked in a moment.')
    case 'service back':
      return t('Your code is saved here and will be checked when the service is back.')
    case 'online':
      return t('Your code is saved here and will be checked when you are back.')
    case 'later':
      return t('Your code is saved here and will be checked later.')
  }
}

/** The title that a button has on the page. */
export function titleOf(button: AskingButton): string {
  return {
    Run: () => t('Run'),
    Check: () => t('Check'),
    Measure: () => t('Measure'),
    'Open a shell': () => t('Open a shell'),
  }[button]()
}

function describeMissing(stage: Stage, why: string): string {
  return stage === 'userspace'
    ? t('There is no compiler here: {why}.', { why })
    : t('There is no kernel here: {why}.', { why })
}

/** Describes that what was being prepared is there now. */
export function describeReady({ stage }: Preparing, button: 'Run' | 'Check' | undefined): string {
  const ready = stage === 'userspace' ? t('The compiler is ready now.') : t('The kernel is ready now.')
  return button ? `${ready} ${t('Press {button}.', { button: titleOf(button) })}` : ready
}

function describePreparing({ stage, percent, step, secondsLeft }: Preparing): string {
  const far = [`${percent} % (${step})`, secondsLeft !== undefined && describeTimeLeft(secondsLeft)]
  const values = { far: far.filter(Boolean).join(', ') }
  return stage === 'userspace'
    ? t('The compiler is being prepared: {far}.', values)
    : t('The kernel is being prepared: {far}.', values)
}

function describeTimeLeft(seconds: number): string {
  return seconds < 90
    ? t('about a minute left')
    : t('about {minutes} minutes left', { minutes: Math.round(seconds / 60) })
}

/** Describes why the compiler itself was stopped. */
export function describeStoppedCompiler({ reason }: Extract<CompileResult, { outcome: 'stopped' }>): string {
  switch (reason) {
    case 'time':
      return t('The compiler was stopped: this program takes too long to compile.')
    case 'memory':
      return t('The compiler was stopped: this program needs too much memory to compile.')
    case 'output':
      return t(
        'The compiler was stopped: what it makes of this program, or says about it, is too large. Look for large constants and arrays, or silence its warnings.',
      )
    case 'crash':
      return t('The compiler itself crashed on this program.')
  }
}

/** Counts in words, such as «3 errors» or «1 warning». */
export function describeCount(count: number, noun: 'error' | 'warning'): string {
  return noun === 'error'
    ? tn('{count} error', '{count} errors', { count })
    : tn('{count} warning', '{count} warnings', { count })
}

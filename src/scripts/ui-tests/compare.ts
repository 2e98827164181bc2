import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { difference } from './difference.ts'
import { setAside } from './set-aside.ts'
import { toListedMessage } from './to-listed-message.ts'
import type { ListedMessage, ListedChild, ListedLabel } from './listed-message.ts'
import type { TextMessage } from './read-text.ts'

/** Where rustc's text and ours say different things, as lines; and the rules by which something was left out. */
export interface Comparison {
  differences: string[]
  rules: string[]
}

/** Compares what rustc's text says of one message with our diagnostic of it. */
export function compare(text: TextMessage, diagnostic: Diagnostic, files: SourceFiles): Comparison {
  const { theirs, ours, rules } = setAside(text, diagnostic, toListedMessage(diagnostic, files))
  const moved = [theirs, ...theirs.children].map((one) => takePlace(one, [ours, ...ours.children], files))
  return {
    differences: difference(toLines(theirs), toLines(ours)),
    rules: [...rules, ...moved.filter((rule) => rule !== undefined)],
  }
}

/** Gives our message the place of theirs if there is a reason why the two may differ, and returns the reason. */
function takePlace(
  { message, place }: ListedChild,
  ours: ListedChild[],
  files: SourceFiles,
): string | undefined {
  const alike = ours.filter((one) => one.message === message && one.place !== undefined)
  if (place === undefined || alike.some((one) => one.place === place)) return undefined
  for (const one of alike) {
    const reason = whyElsewhere(place, one.places ?? [one.place!], files)
    if (!reason) continue
    one.place = place
    return reason
  }
  return undefined
}

function whyElsewhere(theirs: string, ours: string[], files: SourceFiles): string | undefined {
  if (ours.includes(theirs)) return 'JSON does not say which of several primary places comes first'
  const isBehind = ours.some((place) => isLineEnd(place, files) && isFurther(theirs, place))
  return isBehind ? "we name a place behind a line's end at its end" : undefined
}

function isLineEnd(place: string, files: SourceFiles): boolean {
  const [file, line, column] = place.split(':')
  const text = files[file!]?.split(/\r?\n/)[Number(line) - 1]
  return text !== undefined && Array.from(text).length + 1 === Number(column)
}

function isFurther(theirs: string, ours: string): boolean {
  const [a, b] = [theirs, ours].map((place) => place.split(':'))
  return a![0] === b![0] && a![1] === b![1] && Number(a![2]) > Number(b![2])
}

/** The text has no names of lints, only the numbers of errors. */
function toLines(listed: ListedMessage): string[] {
  const code = /^E\d+$/.test(listed.code ?? '') ? `[${listed.code}]` : ''
  const [head, ...labels] = childLines(listed)
  return [
    head!.replace(listed.severity, `${listed.severity}${code}`),
    ...labels,
    ...listed.children.flatMap(childLines),
  ]
}

function childLines({ severity, message, place, labels, marked }: ListedChild): string[] {
  const at = place === undefined ? '' : `  at ${place}`
  const lines = [...new Set(marked)].map((line) => `  ${line} is marked`)
  return [`${severity}: ${message}${at}`, ...lines.sort(), ...labels.map(labelLine).sort()]
}

function labelLine({ file, line, text }: ListedLabel): string {
  return `  ${file}:${line} ${text}`
}

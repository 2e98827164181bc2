import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { difference } from './difference.ts'
import { setAside } from './set-aside.ts'
import { tellDiagnostic, tellPlace } from './tell-diagnostic.ts'
import type { Told, ToldChild, ToldLabel } from './told.ts'
import type { ToldText } from './read-text.ts'

/** Where rustc's text and ours say different things, as lines; and the rules by which something was left out. */
export interface Comparison {
  differences: string[]
  rules: string[]
}

/** Compares what rustc's text says of one message with our diagnostic of it. */
export function compare(text: ToldText, diagnostic: Diagnostic, files: SourceFiles): Comparison {
  const { theirs, ours, rules } = setAside(text, diagnostic, tellDiagnostic(diagnostic, files))
  const places = diagnostic.spans.filter(({ primary }) => primary).map((span) => tellPlace(span, files))
  const isOneOfMany = places.length > 1 && theirs.place !== undefined && places.includes(theirs.place)
  const place = isOneOfMany ? theirs.place : ours.place
  const differences = difference(toLines(theirs), toLines({ ...ours, ...(place ? { place } : {}) }))
  return { differences, rules: place === ours.place ? rules : [...rules, severalPlaces] }
}

const severalPlaces = 'JSON does not say which of several primary places comes first'

/** The text has no names of lints, only the numbers of errors. */
function toLines(told: Told): string[] {
  const code = /^E\d+$/.test(told.code ?? '') ? `[${told.code}]` : ''
  const [head, ...labels] = childLines(told)
  return [head!.replace(told.severity, `${told.severity}${code}`), ...labels, ...told.children.flatMap(childLines)]
}

function childLines({ severity, message, place, labels }: ToldChild): string[] {
  const at = place === undefined ? '' : `  at ${place}`
  return [`${severity}: ${message}${at}`, ...labels.map(labelLine).sort()]
}

function labelLine({ file, line, text }: ToldLabel): string {
  return `  ${file}:${line} ${text}`
}

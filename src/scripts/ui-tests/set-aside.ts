import type { Diagnostic, Fix } from '#protocol/diagnostic.ts'
import { isAboutTheCommand } from '#compiler-output/rustc-json/is-about-the-command.ts'
import { isAboutItsMacro } from './is-about-its-macro.ts'
import type { TextMessage, TextChild } from './read-text.ts'
import { asPrinted, toMarkedLines } from './to-listed-message.ts'
import type { ListedMessage, ListedChild, ListedLabel } from './listed-message.ts'

/** Both sides without what only one of them can have, and the name of the rule for each thing left out. */
export interface SetAside {
  theirs: TextMessage
  ours: ListedMessage
  rules: string[]
}

/**
 * Leaves out what the text has and the JSON has not, or the other way round; and brings changes of the source, which
 * the text writes in one of three ways, into one.
 */
export function setAside(text: TextMessage, diagnostic: Diagnostic, listed: ListedMessage): SetAside {
  const state: SetAside = { theirs: structuredClone(text), ours: structuredClone(listed), rules: [] }
  dropTextOnly(state)
  dropNotices(state)
  joinShortHelps(state, diagnostic.fixes)
  joinLibraryLabels(state, diagnostic)
  dropRepeats(state)
  dropHiddenFixes(state, diagnostic.fixes)
  for (const child of state.theirs.children) if (child.isChange) forgetDrawing(child)
  return state
}

const textOnly: [string, (message: string) => boolean][] = [
  ['JSON has no note on the macro that a message originates in', isAboutItsMacro],
  ['we leave out what is about the command line', isAboutTheCommand],
]

function dropTextOnly({ theirs, rules }: SetAside): void {
  for (const [rule, isDropped] of textOnly) {
    const kept = theirs.children.filter(({ message }) => !isDropped(message))
    if (kept.length < theirs.children.length) rules.push(rule)
    theirs.children = kept
  }
}

/** A hint at look-alike letters ends a help; the JSON has the change alone. */
function dropNotices({ theirs, rules }: SetAside): void {
  for (const child of theirs.children.filter(({ isChange, message }) => isChange && notice.test(message))) {
    child.message = child.message.replace(notice, '')
    rules.push('JSON has no notice on look-alike letters')
  }
}

const notice = / \(notice the [\w/ ]+\)$/

/** A short change is written as a label, `help: do this: `text``; we have it as a fix with a help. */
function joinShortHelps({ theirs, ours }: SetAside, fixes: Fix[]): void {
  for (const part of [theirs, ...theirs.children])
    part.labels = part.labels.filter((label) => {
      const index = ours.children.findIndex((child) => isShortHelp(label, child, fixes))
      if (index === -1) return true
      const [help] = ours.children.splice(index, 1)
      ours.marked.push(`${label.file}:${label.line}`, ...startsOf(help!, fixes))
      return false
    })
}

function startsOf({ message }: ListedChild, fixes: Fix[]): string[] {
  const own = fixes.filter(({ title }) => title.trimEnd() === message)
  return own.flatMap(({ edits }) => edits.flatMap(({ span }) => toMarkedLines(span).slice(0, 1)))
}

function isShortHelp(
  { text, file, line }: ListedLabel,
  { severity, message }: ListedChild,
  fixes: Fix[],
): boolean {
  if (severity !== 'help' || !text.startsWith(`help: ${message}`)) return false
  return fixes.some(({ title, edits: [edit] }) => {
    if (!edit || title.trimEnd() !== message || edit.span.file !== file) return false
    if (edit.span.start.line > line || edit.span.end.line < line) return false
    const change = asPrinted(edit.text.trim())
    return [`help: ${message}`, `help: ${message}: \`${change}\``].includes(
      text.replace(/ \(notice the [\w/ ]+\)(?=:|$)/, ''),
    )
  })
}

/** Where the source is not at hand, the text has a label of a library's line as a note. */
function joinLibraryLabels({ theirs, ours, rules }: SetAside, { spans, children }: Diagnostic): void {
  const external = [spans, ...children.map((child) => child.spans)].flat().filter((span) => span.external)
  for (const { label, file, end } of external) {
    const text = asPrinted(label ?? '')
    if (takeNote(theirs, text)) takeLabel(ours, { file, line: end.line, text })
  }
  const texts = new Set(external.map(({ label }) => asPrinted(label ?? '')))
  const kept = theirs.children.filter(({ isNote, message }) => !isNote || !texts.has(message))
  if (kept.length < theirs.children.length) rules.push(onlyOnce)
  theirs.children = kept
}

function takeNote(theirs: TextMessage, text: string): boolean {
  const index = theirs.children.findIndex(({ isNote, message }) => isNote && message === text)
  if (index !== -1) theirs.children.splice(index, 1)
  return index !== -1
}

function takeLabel(ours: ListedMessage, { file, line, text }: ListedLabel): void {
  for (const { labels } of [ours, ...ours.children]) {
    const index = labels.findIndex((one) => one.file === file && one.line === line && one.text === text)
    if (index !== -1) return void labels.splice(index, 1)
  }
}

const onlyOnce = 'we list a label that a place has twice only once'

/** Spans that a macro repeats come out at one place. */
function dropRepeats({ theirs, ours, rules }: SetAside): void {
  const isSame = (a: ListedLabel, b: ListedLabel): boolean =>
    a.file === b.file && a.line === b.line && a.text === b.text
  const kept = theirs.labels.filter((label, index) => {
    const earlier = theirs.labels.slice(0, index).filter((other) => isSame(label, other)).length
    return earlier === 0 || earlier < ours.labels.filter((other) => isSame(label, other)).length
  })
  if (kept.length < theirs.labels.length) rules.push(onlyOnce)
  theirs.labels = kept
}

/** rustc offers some changes to tools alone. */
function dropHiddenFixes({ theirs, ours, rules }: SetAside, fixes: Fix[]): void {
  const kept = ours.children.filter((child) => {
    if (child.severity !== 'help' || child.place !== undefined) return true
    if (!fixes.some(({ title }) => title.startsWith(child.message))) return true
    return theirs.children.some((other) => isPrintedChange(other) && other.message === child.message)
  })
  if (kept.length < ours.children.length)
    rules.push('the text leaves out changes that rustc offers to tools alone')
  ours.children = kept
}

function isPrintedChange({ severity, isChange, place }: TextChild): boolean {
  return severity === 'help' && (isChange === true || place === undefined)
}

function forgetDrawing(child: TextChild): void {
  delete child.place
  child.labels = []
  child.marked = []
}

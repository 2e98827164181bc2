import type { Diagnostic, Fix } from '#protocol/diagnostic.ts'
import type { ToldText, ToldTextChild } from './read-text.ts'
import { asPrinted } from './tell-diagnostic.ts'
import type { Told, ToldChild, ToldLabel } from './told.ts'

/** Both sides without what only one of them can have, and the name of the rule for each thing left out. */
export interface SetAside {
  theirs: ToldText
  ours: Told
  rules: string[]
}

/**
 * Leaves out what the text has and the JSON has not, or the other way round; and brings changes of the source, which
 * the text writes in one of three ways, into one.
 */
export function setAside(text: ToldText, diagnostic: Diagnostic, told: Told): SetAside {
  const state: SetAside = { theirs: structuredClone(text), ours: structuredClone(told), rules: [] }
  dropTextOnly(state)
  dropNotices(state)
  joinShortHelps(state, diagnostic.fixes)
  joinLibraryLabels(state, diagnostic)
  dropHiddenFixes(state, diagnostic.fixes)
  for (const child of state.theirs.children) if (child.isChange) forgetDrawing(child)
  return state
}

const textOnly: [string, RegExp][] = [
  ['JSON has no note on the macro that a message originates in', /^this \w+( \w+)? originates in /],
  ['we leave out what is about the command line', /^requested on the command line with/],
]

function dropTextOnly({ theirs, rules }: SetAside): void {
  for (const [rule, pattern] of textOnly) {
    const kept = theirs.children.filter(({ message }) => !pattern.test(message))
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
      if (index !== -1) ours.children.splice(index, 1)
      return index === -1
    })
}

function isShortHelp({ text, file, line }: ToldLabel, { severity, message }: ToldChild, fixes: Fix[]): boolean {
  if (severity !== 'help' || !text.startsWith(`help: ${message}`)) return false
  return fixes.some(({ title, edits: [edit] }) => {
    if (!edit || title.trimEnd() !== message || edit.span.file !== file || edit.span.end.line !== line) return false
    const change = asPrinted(edit.text.trim())
    return [`help: ${message}`, `help: ${message}: \`${change}\``].includes(text.replace(/ \(notice the [\w/ ]+\)(?=:|$)/, ''))
  })
}

/** Where the source is not at hand, the text has a label of a library's line as a note. */
function joinLibraryLabels({ theirs, ours }: SetAside, { spans, children }: Diagnostic): void {
  const external = [spans, ...children.map((child) => child.spans)]
    .flat()
    .filter((span) => span.external && span.label !== undefined)
  for (const { label, file, end } of external) {
    const note = theirs.children.findIndex(({ isNote, message }) => isNote && message === asPrinted(label!))
    if (note === -1) continue
    theirs.children.splice(note, 1)
    const isIt = (other: ToldLabel): boolean =>
      other.file === file && other.line === end.line && other.text === asPrinted(label!)
    const owner = [ours, ...ours.children].find(({ labels }) => labels.some(isIt))
    owner?.labels.splice(owner.labels.findIndex(isIt), 1)
  }
}

/** rustc tells some changes to tools alone. */
function dropHiddenFixes({ theirs, ours, rules }: SetAside, fixes: Fix[]): void {
  const kept = ours.children.filter((child) => {
    if (child.severity !== 'help' || child.place !== undefined) return true
    if (!fixes.some(({ title }) => title.startsWith(child.message))) return true
    return theirs.children.some(({ severity, message }) => severity === 'help' && message === child.message)
  })
  if (kept.length < ours.children.length) rules.push('the text leaves out changes that rustc offers to tools alone')
  ours.children = kept
}

function forgetDrawing(child: ToldTextChild): void {
  delete child.place
  child.labels = []
}

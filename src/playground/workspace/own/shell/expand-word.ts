import type { Assignment, ParsedScript, Word, WordPart } from 'unbash'
import { FileFault, type FileTree } from '../file-tree.ts'
import type { ShellState } from './command.ts'
import { expandGlob, type Piece } from './expand-glob.ts'

/** What the words of a line are expanded with. */
export interface Expansion {
  tree: FileTree
  shell: ShellState
  /** Runs a command in the place of its output. */
  capture(script: ParsedScript): Promise<string>
}

/** Expands the words of a command: variables, `$(…)`, `~` and patterns of names. */
export async function expandWords(
  words: readonly (Word | Assignment)[],
  expansion: Expansion,
): Promise<string[]> {
  const expanded: string[] = []
  for (const word of words) {
    if (word.type === 'Assignment') expanded.push(word.text)
    else expanded.push(...(await expandToWords(word, expansion)))
  }
  return expanded
}

/** Expands a word that stays one, such as the name of a file to write into. */
export async function expandWord(word: Word, expansion: Expansion): Promise<string> {
  return (await toPieces(word, expansion)).map(({ text }) => text).join('')
}

async function expandToWords(word: Word, expansion: Expansion): Promise<string[]> {
  const pieces = await toPieces(word, expansion)
  const only = word.parts?.length === 1 ? word.parts[0]! : undefined
  if (only && isExpansion(only)) return pieces.flatMap(({ text }) => text.split(/\s+/).filter(Boolean))
  const { tree, shell } = expansion
  return expandGlob(pieces, tree, shell.folder)
}

async function toPieces({ parts, value }: Word, expansion: Expansion): Promise<Piece[]> {
  if (!parts) return [{ text: toHome(value), isPattern: false }]
  const pieces: Piece[] = []
  for (const [index, part] of parts.entries()) {
    const text = await toText(part, expansion)
    pieces.push({
      text: index === 0 && part.type === 'Literal' ? toHome(text) : text,
      isPattern: part.type === 'Glob',
    })
  }
  return pieces
}

/** The folder of the project is the reader's home. */
function toHome(text: string): string {
  if (text === '~') return '/'
  return text.startsWith('~/') ? text.slice(1) : text
}

function isExpansion({ type }: WordPart): boolean {
  return type === 'SimpleExpansion' || type === 'ParameterExpansion' || type === 'CommandExpansion'
}

async function toText(part: WordPart, expansion: Expansion): Promise<string> {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
    case 'Glob':
      return part.type === 'Glob' ? part.text : part.value
    case 'DoubleQuoted':
      return joinTexts(part.parts, expansion)
    case 'SimpleExpansion':
      return valueOf(part.text.slice(1), expansion.shell)
    case 'ParameterExpansion':
      if (part.operation ?? part.index ?? part.prefix) break
      return valueOf(part.parameter, expansion.shell)
    case 'CommandExpansion':
      return part.script ? expansion.capture(part.script) : ''
    default:
  }
  throw new FileFault(part.text, 'this small shell does not expand that')
}

async function joinTexts(parts: readonly WordPart[], expansion: Expansion): Promise<string> {
  let text = ''
  for (const part of parts) text += await toText(part, expansion)
  return text
}

function valueOf(name: string, { env, last, folder }: ShellState): string {
  if (name === '?') return String(last)
  return name === 'PWD' ? folder : (env[name] ?? '')
}

import type { FileTree } from '../file-tree.ts'
import { resolvePath } from '../resolve-path.ts'
import type { ShellState } from './command.ts'

/** What the word before the cursor may become. */
export interface Completion {
  /** The word as it is. */
  word: string
  /** What it may be, each whole; a folder ends in `/`. */
  choices: string[]
}

/** Completes a command at the beginning of a line or behind a `|`, `;` or `&`, else the name of a file. */
export function complete(before: string, shell: ShellState, tree: FileTree): Completion {
  const word = /[^\s|;&<>]*$/.exec(before)![0]
  const lead = before.slice(0, before.length - word.length).trimEnd()
  const isCommand = (lead === '' || /[|;&]$/.test(lead)) && !word.includes('/')
  const choices = isCommand ? [...shell.commands.keys()].sort() : namesAt(word, shell, tree)
  return { word, choices: choices.filter((choice) => choice.startsWith(word)) }
}

/** The beginning that all choices share. */
export function commonStart([first = '', ...others]: string[]): string {
  let length = first.length
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--
  return first.slice(0, length)
}

function namesAt(word: string, { folder }: ShellState, tree: FileTree): string[] {
  const lead = word.slice(0, word.lastIndexOf('/') + 1)
  const at = resolvePath(folder, lead.replace(/^~/, '') || '.')
  if (tree.stat(at)?.kind !== 'folder') return []
  const isHidden = word.slice(lead.length).startsWith('.')
  const names = tree.list(at).filter((name) => isHidden || !name.startsWith('.'))
  return names.map((name) => lead + name + (tree.stat(resolvePath(at, name))?.kind === 'folder' ? '/' : ''))
}

import type { Redirection } from 'unbash'
import { FileFault, type FileTree, readText } from '../file-tree.ts'
import { resolvePath } from '../resolve-path.ts'
import { type ShellOutput, type Streams, textInput } from './command.ts'
import { expandWord, type Expansion } from './expand-word.ts'

/** Gives the streams of a command as its redirections have them, in their order. */
export async function redirect(
  redirections: readonly Redirection[],
  { streams, expansion }: { streams: Streams; expansion: Expansion },
): Promise<Streams> {
  const own = { ...streams }
  for (const redirection of redirections) await apply(redirection, own, expansion)
  return own
}

async function apply(redirection: Redirection, own: Streams, expansion: Expansion): Promise<void> {
  const { tree, shell } = expansion
  if (redirection.type !== 'Redirect' || !redirection.target) throw unknown(redirection)
  const { operator, descriptor } = redirection
  const target = await expandWord(redirection.target, expansion)
  const isError = descriptor?.type === 'FileDescriptor' && descriptor.value === 2
  if (operator === '<') own.stdin = textInput(readText(tree, shell.folder, target))
  else if (operator === '>&' && target === '1' && isError) own.stderr = own.stdout
  else if (operator === '>&' && target === '2') own.stdout = own.stderr
  else if (isFileOperator(operator)) {
    const output = openOutput(tree, resolvePath(shell.folder, target), operator.endsWith('>>'))
    if (!isError) own.stdout = output
    if (isError || operator.startsWith('&')) own.stderr = output
  } else throw unknown(redirection)
}

function isFileOperator(operator: string): boolean {
  return ['>', '>>', '>|', '&>', '&>>'].includes(operator)
}

/** Writes into a file, which is there from now on. */
function openOutput(tree: FileTree, path: string, isAppended: boolean): ShellOutput {
  if (path === '/dev/null') return { isTerminal: false, write: () => {} }
  const isThere = isAppended && tree.stat(path) !== undefined
  let text = isThere ? new TextDecoder().decode(tree.read(path)) : ''
  const write = (more: string) => tree.write(path, new TextEncoder().encode((text += more)))
  write('')
  return { isTerminal: false, write }
}

function unknown({ operator }: Redirection): FileFault {
  return new FileFault(operator, 'this small shell does not redirect that way')
}

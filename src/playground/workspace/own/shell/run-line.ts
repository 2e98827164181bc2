import type { AndOr, Command as CommandNode, ParsedScript, Pipeline, PipelineNode, Statement } from 'unbash'
import { parse } from 'unbash'
import type { WorkspaceSize } from '../../workspace.ts'
import { FileFault, type FileTree } from '../file-tree.ts'
import { type Command, type ShellOutput, type ShellState, type Streams, textInput } from './command.ts'
import { expandWord, expandWords, type Expansion } from './expand-word.ts'
import { redirect } from './redirect.ts'

/** Where a line runs. */
export interface LineContext {
  tree: FileTree
  shell: ShellState
  streams: Streams
  signal: AbortSignal
  size(): WorkspaceSize
}

/** Runs a line: commands with pipes, redirection, `&&`, `||` and `;`. Gives the last exit code; what is wrong is told. */
export async function runLine(line: string, context: LineContext): Promise<number> {
  const script = parse(line)
  const wrong = script.errors?.[0]
  if (wrong) return complain(context, `syntax error: ${wrong.message}`)
  return runScript(script, context)
}

async function runScript(
  { commands }: Pick<ParsedScript, 'commands'>,
  context: LineContext,
): Promise<number> {
  for (const statement of commands) {
    context.shell.last = await runStatement(statement, context)
    if (context.signal.aborted) return (context.shell.last = 130)
    if (context.shell.exit !== undefined) break
  }
  return context.shell.last
}

function runStatement({ command, background }: Statement, context: LineContext): Promise<number> {
  if (background)
    return Promise.resolve(complain(context, 'nothing runs in the background here: leave «&» out'))
  return command.type === 'AndOr' ? runAndOr(command, context) : runNode(command, context)
}

async function runAndOr({ commands, operators }: AndOr, context: LineContext): Promise<number> {
  let code = await runNode(commands[0]!, context)
  for (const [index, operator] of operators.entries()) {
    if (context.signal.aborted) return 130
    context.shell.last = code
    if ((code === 0) === (operator === '&&')) code = await runNode(commands[index + 1]!, context)
  }
  return code
}

function runNode(node: PipelineNode, context: LineContext): Promise<number> {
  if (node.type === 'Pipeline') return runPipeline(node, context)
  if (node.type === 'Command') return runCommand(node, context)
  return Promise.resolve(complain(context, `this small shell has no ${nameOfNode(node)}; ${itHas}`))
}

const itHas = 'it has pipes, redirection, «&&», «||» and «;»'

function nameOfNode({ type }: PipelineNode): string {
  return type.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim()
}

/** One after the other: what a command writes waits until the next one reads it. */
async function runPipeline({ commands, operators, prefixes }: Pipeline, context: LineContext) {
  let { stdin } = context.streams
  let code = 0
  for (const [index, node] of commands.entries()) {
    if (context.signal.aborted) return 130
    const pipe = index < operators.length ? createPipe() : undefined
    const { stderr } = context.streams
    const streams = { stdin, stdout: pipe ?? context.streams.stdout, stderr }
    if (pipe && operators[index] === '|&') streams.stderr = pipe
    code = await runNode(node, { ...context, streams })
    if (pipe) stdin = textInput(pipe.text())
  }
  return prefixes.some(({ type }) => type === 'Negation') ? Number(code === 0) : code
}

function createPipe(): ShellOutput & { text(): string } {
  const pieces: string[] = []
  return { isTerminal: false, write: (text) => void pieces.push(text), text: () => pieces.join('') }
}

async function runCommand(node: CommandNode, context: LineContext): Promise<number> {
  const { shell, tree, streams } = context
  try {
    const expansion = toExpansion(context)
    const words = await expandWords([...(node.name ? [node.name] : []), ...node.args], expansion)
    const env = { ...shell.env }
    for (const part of node.prefix) {
      if (part.type !== 'Assignment' || part.value.type !== 'Word') continue
      env[part.name] = await expandWord(part.value, expansion)
    }
    const own = await redirect(node.redirects, { streams, expansion })
    const [name, ...args] = words
    if (name === undefined) return (Object.assign(shell.env, env), 0)
    const command = shell.commands.get(name)
    if (!command) return notFound(name, own.stderr)
    const { folder } = shell
    return await run(command, {
      ...{ args, tree, folder, env, shell, ...own, signal: context.signal, size: context.size },
      ...{ name },
    })
  } catch (error) {
    if (error instanceof FileFault) return complain(context, `${error.path}: ${error.message}`, 1)
    throw error
  }
}

/** Runs a command; what it throws is its failure. */
export async function run(
  command: Command,
  { name, ...context }: Parameters<Command>[0] & { name: string },
): Promise<number> {
  try {
    const code = await command(context)
    return context.signal.aborted && code === 0 ? 130 : code
  } catch (error) {
    if (context.signal.aborted) return 130
    const why = error instanceof FileFault ? `${error.path}: ${error.message}` : String(error)
    context.stderr.write(`${name}: ${why}\n`)
    return 1
  }
}

/** Says that there is no such command. */
export function notFound(name: string, stderr: ShellOutput): number {
  stderr.write(`sh: ${name}: command not found; «help» lists what is there\n`)
  return 127
}

function toExpansion(context: LineContext): Expansion {
  const { shell, tree, streams } = context
  return {
    ...{ tree, shell },
    async capture(script) {
      const stdout = createPipe()
      await runScript(script, { ...context, streams: { ...streams, stdout } })
      return stdout.text().replace(/\n+$/, '')
    },
  }
}

function complain({ streams }: LineContext, what: string, code = 2): number {
  streams.stderr.write(`sh: ${what}\n`)
  return code
}

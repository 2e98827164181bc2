import type { Action, CompileRequest, CompileResult } from '#protocol/compile.ts'
import { compilerOf } from '#story/diagnostic-source.ts'
import { CommandFailure, type ExitCode, exitCodes } from '../command-failure.ts'
import type { Context } from '../context.ts'
import { describeStopped } from '../output/describe-stopped.ts'
import { printDiagnostics } from '../output/print-diagnostics.ts'
import { rootName, type Source } from '../source/source.ts'
import type { ProgramOptions } from './source-options.ts'

/** What came of a program. */
export interface CompiledSource {
  source: Source
  result: Exclude<CompileResult, { outcome: 'stopped' }>
}

export interface CompileOptions extends ProgramOptions {
  story?: boolean
}

/** Has a program compiled, and prints what came of it. Throws a `CommandFailure` if there is no result. */
export async function compileSource(
  context: Context,
  action: Action,
  { source, options }: { source: Source; options: CompileOptions },
): Promise<CompiledSource> {
  context.progress.show(`${doing[action]} ${rootName(source)} …`)
  const result = await context.service.compile(
    toRequest(source, action, { options, isPlain: isPlain(context, options) }),
  )
  context.progress.clear()
  if (result.outcome === 'stopped') throw new CommandFailure(describeStopped('compiler', result.reason))
  const by = action === 'lint' && source.language === 'rust' ? 'clippy' : compilerOf(source.language)
  printDiagnostics(context, source, { diagnostics: result.diagnostics, by, story: options.story })
  printOutcome(context, { source, result })
  return { source, result }
}

/** Gives the exit code that says what became of a program. */
export function toExitCode({ result }: CompiledSource): ExitCode {
  return result.outcome === 'accepted' ? exitCodes.fine : exitCodes.refused
}

const doing: Record<Action, string> = {
  check: 'Checking',
  build: 'Building',
  lint: 'Linting',
  test: 'Building',
}

/** Rustc's own text is shown; who wants anything else of it need not be sent it. */
function isPlain({ format }: Context, { story }: CompileOptions): boolean {
  return format === 'short' || (format === 'human' && story === true)
}

function toRequest(
  { target, language, files }: Source,
  action: Action,
  { options: { variant, edition }, isPlain }: { options: ProgramOptions; isPlain: boolean },
): CompileRequest {
  return {
    ...{ target, language, action, files },
    ...(variant && { variant }),
    ...(edition && { edition }),
    ...(language === 'rust' && !isPlain && { rendered: true }),
  }
}

function printOutcome({ format, print, printJson, style }: Context, { source, result }: CompiledSource) {
  const { outcome, toolchain, cached, milliseconds, diagnostics } = result
  const file = rootName(source)
  if (format === 'json') return printJson({ kind: 'result', file, outcome, toolchain, cached, milliseconds })
  if (format === 'short') return
  const isFine = outcome === 'accepted'
  const counts = (['error', 'warning'] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  const verdict = style.paint(isFine ? 'good' : 'error', isFine ? 'accepted' : 'refused')
  print(`${file}: ${[verdict, ...counts].join(', ')} (${toolchain}, ${(milliseconds / 1000).toFixed(2)} s)`)
}

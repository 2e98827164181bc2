import type { RecordedErrors, RenamedEntry } from '#course/renamed.ts'
import { recordedErrorsPath, renamedPath } from '#course/renamed.ts'
import type { CompileResult } from '#protocol/compile.ts'
import type { Diagnostic, Fix } from '#protocol/diagnostic.ts'
import { matchRenamed, type RenamedMatch } from '#story/renamed/match-renamed.ts'
import { describeOutcome } from './error-codes.ts'
import type { KernelTree } from './kernel-tree.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'
import { type Proof, toProof } from './proof.ts'
import { canBeJoined, toJoinedRequest, toRowFile, toRowRequest } from './wrap-row.ts'

/** What rows are proven with. */
export interface RenamedVerifyContext {
  runner: LessonRunner
  tree: KernelTree
  /** Of all lessons. */
  slugs: string[]
}

/** What holds of the rows, and the errors that are to be recorded. */
export interface VerifiedRenamed {
  proofs: Proof[]
  errors: RecordedErrors['errors']
}

/** Proves of each row that the old is refused with an error by which the row is known, and that the new compiles. */
export async function verifyRenamed(
  context: RenamedVerifyContext,
  rows: RenamedEntry[],
): Promise<VerifiedRenamed> {
  const accepted = await findAccepted(context.runner, rows)
  const verified = await Promise.all(rows.map((row) => verifyRow(context, row, { rows, accepted })))
  return {
    proofs: verified.flatMap(({ proofs }) => proofs),
    errors: Object.fromEntries(verified.flatMap(({ name, error }) => (error ? [[name, error]] : []))),
  }
}

/** Compares the errors with what was recorded. */
export function proveErrors(errors: RecordedErrors['errors'], recorded: RecordedErrors['errors']): Proof {
  const names = [...new Set([...Object.keys(errors), ...Object.keys(recorded)])]
  const other = names.filter((name) => JSON.stringify(errors[name]) !== JSON.stringify(recorded[name]))
  const mistake = `${recordedErrorsPath} has other errors of ${other.join(', ')}. If that is meant, npm run verify -- --record reference`
  return toProof('the errors are as recorded', other.length > 0 && mistake)
}

interface OfAll {
  rows: RenamedEntry[]
  /** Names of rows whose new programs compile. */
  accepted: ReadonlySet<string>
}

interface VerifiedRow {
  name: string
  proofs: Proof[]
  error?: RecordedErrors['errors'][string]
}

async function verifyRow(
  { runner, tree, slugs }: RenamedVerifyContext,
  row: RenamedEntry,
  { rows, accepted }: OfAll,
): Promise<VerifiedRow> {
  const old = toOld(row)
  const result = await runner.compile(toRowRequest(old))
  const found = findMatch(row, rows, result)
  const text = await tree.read(row.path)
  const at = `${renamedPath}, row «${row.name}»`
  return {
    name: row.name,
    proofs: [
      toProof(
        `${row.name}: the old is refused`,
        result.outcome !== 'rejected' && `${at}: what «was» ${describeOutcome(result)}. It must be refused.`,
      ),
      toProof(`${row.name}: its error is known by the row`, !found && describeUnknown(at, result)),
      toProof(
        `${row.name}: the new compiles`,
        !accepted.has(row.name) && `${at}: what «is» does not compile. Fix it for Linux ${tree.version}.`,
      ),
      toProof(`${row.name}: the fix makes the new of the old`, proveFix(at, row, found?.match)),
      toProof(
        `${row.name}: ${row.path} shows it`,
        !text?.includes(row.has) &&
          `${at}: ${row.path} of Linux ${tree.version} ${text === undefined ? 'does not exist' : `does not have «${row.has}»`}. Look it up there.`,
      ),
      toProof(
        `${row.name}: its lesson exists`,
        row.lesson !== undefined && !slugs.includes(row.lesson) && `${at}: there is no lesson ${row.lesson}.`,
      ),
    ],
    ...(found && { error: toRecorded(found.diagnostic) }),
  }
}

function toOld({ language, was }: RenamedEntry) {
  return { language, code: was }
}

interface Found {
  match: RenamedMatch
  diagnostic: Diagnostic
}

function findMatch(row: RenamedEntry, rows: RenamedEntry[], result: CompileResult): Found | undefined {
  const edited = { ...toRowFile(toOld(row)), language: row.language }
  return diagnosticsOf(result)
    .flatMap((diagnostic) => matchRenamed(rows, diagnostic, edited).map((match) => ({ match, diagnostic })))
    .find(({ match }) => match.row === row)
}

function diagnosticsOf(result: CompileResult): Diagnostic[] {
  return result.outcome === 'stopped' ? [] : result.diagnostics
}

function describeUnknown(at: string, result: CompileResult): string {
  const errors = diagnosticsOf(result).filter(({ severity }) => severity === 'error')
  const told = errors.map(({ code = 'no code', message }) => `\n  ${code}: ${message}`)
  return `${at}: no error of what «was» fits «told», or an earlier row fits it. The errors are${told.join('') || ' none'}`
}

function proveFix(at: string, row: RenamedEntry, match: RenamedMatch | undefined): string | false {
  if (!row.fix) return false
  if (!match?.fix) return `${at}: what «fix» is to find does not stand where the error points.`
  const { text } = toRowFile(toOld(row))
  const made = applyToLine(text, match.fix)
  const wanted = toRowFile({ language: row.language, code: row.is }).text
  return made !== wanted && `${at}: «fix» does not make what «is» of what «was», but\n${made}`
}

/** A row's fix is one edit of one line. */
function applyToLine(text: string, { edits }: Fix): string {
  const { span, text: put } = edits[0]!
  const lines = text.split('\n')
  const line = lines[span.start.line - 1]!
  lines[span.start.line - 1] = line.slice(0, span.start.column - 1) + put + line.slice(span.end.column - 1)
  return lines.join('\n')
}

function toRecorded({ code, message }: Diagnostic): VerifiedRow['error'] {
  return { ...(code !== undefined && { code }), message }
}

/** As one crate where that compiles; else one by one, to tell which does not. */
async function findAccepted(runner: LessonRunner, rows: RenamedEntry[]): Promise<Set<string>> {
  const programs = rows.map(({ name, language, is }) => ({ name, language, code: is }))
  const joined = programs.filter(canBeJoined)
  const together = joined.length > 1 && (await runner.compile(toJoinedRequest(joined))).outcome === 'accepted'
  const known = together ? joined.map(({ name }) => name) : []
  const others = programs.filter(({ name }) => !known.includes(name))
  const results = await Promise.all(
    others.map(async (program) => ({ ...program, result: await runner.compile(toRowRequest(program)) })),
  )
  const alone = results.filter(({ result }) => result.outcome === 'accepted').map(({ name }) => name)
  return new Set([...known, ...alone])
}

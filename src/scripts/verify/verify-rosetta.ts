import { rosettaPath, type RosettaRow } from '#course/rosetta.ts'
import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import { defaultVariant } from '#protocol/variants.ts'
import { describeDiagnostics } from './describe-diagnostics.ts'
import { describeOutcome } from './error-codes.ts'
import type { KernelTree } from './kernel-tree.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'
import { type Proof, toProof } from './proof.ts'
import { toDriver } from './wrap-fence.ts'
import { canBeJoined, type RowProgram, toJoinedRequest, toRowRequest } from './wrap-row.ts'

/** What rows are proven with. */
export interface RosettaContext {
  runner: LessonRunner
  tree: KernelTree
  /** Of all lessons. */
  slugs: string[]
}

type Side = 'c' | 'rust'

/** Proves of each row that both sides compile and stand in the tree, or that the crate has no such thing. */
export async function verifyRosetta(context: RosettaContext, rows: RosettaRow[]): Promise<Proof[]> {
  const [c, rust] = await Promise.all([
    proveSide(context.runner, 'c', rows),
    proveSide(context.runner, 'rust', rows),
  ])
  const others = await Promise.all(rows.map((row) => proveRow(context, row)))
  return [...c, ...rust, ...others.flat()]
}

/** All in one program where that compiles; else one by one, to tell which does not. */
async function proveSide(runner: LessonRunner, side: Side, rows: RosettaRow[]): Promise<Proof[]> {
  const programs = rows.flatMap(({ name, [side]: of }) =>
    of ? [{ name, language: side, code: of.code }] : [],
  )
  const joined = programs.filter((program) => side === 'c' || canBeJoined(program))
  const together = await runner.compile(toRequest(side, joined))
  return Promise.all(
    programs.map(async (program) => {
      const isKnown = isClean(side, together) && joined.includes(program)
      const result = isKnown ? together : await runner.compile(toRequest(side, [program]))
      const at = `${rosettaPath}, row «${program.name}»`
      const mistake = `${at}: the ${side === 'c' ? 'C' : 'Rust'} ${describeOutcome(result)}${describe(result)}`
      return toProof(`${program.name}: the ${side} compiles`, !isClean(side, result) && mistake)
    }),
  )
}

function toRequest(side: Side, programs: RowProgram[]): CompileRequest {
  if (side === 'rust') return programs.length === 1 ? toRowRequest(programs[0]!) : toJoinedRequest(programs)
  const text = toDriver(programs.map(({ code }) => code).join('\n'))
  const files = { 'driver.c': text }
  return { target: 'kernel', language: 'c', action: 'check', variant: defaultVariant, files }
}

/** The C is to give no warning; excerpts in Rust do not use all that they declare. */
function isClean(side: Side, result: CompileResult): boolean {
  return result.outcome === 'accepted' && (side === 'rust' || result.diagnostics.length === 0)
}

function describe(result: CompileResult): string {
  return result.outcome === 'stopped' ? '' : `:\n${describeDiagnostics(result.diagnostics)}`
}

async function proveRow({ tree, slugs }: RosettaContext, row: RosettaRow): Promise<Proof[]> {
  const at = `${rosettaPath}, row «${row.name}»`
  const sides = [row.c, ...(row.rust ? [row.rust] : [])]
  const places = await Promise.all(sides.map((side) => provePlace(tree, at, side)))
  const found = row.absent === undefined ? undefined : await tree.count(countsIn(row.absent))
  return [
    ...places,
    toProof(
      `${row.name}: its lesson exists`,
      row.lesson !== undefined && !slugs.includes(row.lesson) && `${at}: there is no lesson ${row.lesson}.`,
    ),
    toProof(
      `${row.name}: the crate has no such thing`,
      row.absent !== undefined &&
        found !== '0' &&
        `${at}: rust/kernel has «${row.absent}» in ${found} files.`,
    ),
  ]
}

async function provePlace(tree: KernelTree, at: string, side: RosettaRow['c']): Promise<Proof> {
  const [path, lines = ''] = side.at.split('#')
  const [first, last = first] = lines.split('-').map((line) => Number(line.slice(1)))
  const text = (await tree.read(path!))?.split('\n').slice(first! - 1, last)
  const mistake = `${at}: ${side.at} of Linux ${tree.version} does not have «${side.has}». Look it up there.`
  return toProof(`${side.at} has it`, !text?.join('\n').includes(side.has) && mistake)
}

function countsIn(absent: string): string {
  return `grep -rlE '${absent.replaceAll("'", String.raw`'\''`)}' rust/kernel --include=*.rs | wc -l`
}

import { hasExercise, type ExerciseLesson, type Lesson } from '#course/lesson.ts'
import { type Asciicast, parseCast, toCastFile } from '#protocol/asciicast.ts'
import { toBootCommands } from '#protocol/boot-commands.ts'
import { withoutControl } from '#service/boot/console.ts'
import { parseKernelLog } from '#service/kernel-log/parse-kernel-log.ts'
import { findDifferences } from './prove-recorded.ts'
import { type Proof, toProof } from './proof.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'
import type { ShellToRecord } from './runner/record-shell.ts'
import { withoutChance } from './stable-boot.ts'

/** What holds of a lesson's recording, and what `shell.cast` should be; undefined if it is to stay. */
export interface ProvenShell {
  proofs: Proof[]
  cast?: string
}

/** Proves that the commands of `shell.txt` show the words that `shell.cast` has; of lessons that have one of the two. */
export async function proveShell(
  runner: LessonRunner,
  lesson: Lesson,
  old: string | undefined,
): Promise<ProvenShell> {
  const [claim, path] = ['shell.cast is what the commands show', `${lesson.folder}/shell.cast`]
  if (!hasExercise(lesson) || lesson.exercise.shellCommands === undefined)
    return {
      proofs: old === undefined ? [] : [toProof(claim, `${path} has no shell.txt. Write one, or drop it.`)],
    }
  const shell = await runner.shell(toShell(lesson))
  if (shell.kind === 'failed')
    return { proofs: [toProof(claim, `${lesson.folder}/shell.txt can not be recorded: ${shell.why}`)] }
  const differences = findDifferences(old === undefined ? undefined : readWords(old), toWords(shell.cast))
  if (differences.length === 0) return { proofs: [toProof(claim, undefined)] }
  const next = `Look whether that is meant; then npm run verify -- --record ${lesson.folder}`
  const shown = differences.slice(0, 12).map((difference) => `  ${difference}`)
  const mistake = `${path} is not what was seen:\n${shown.join('\n')}\n  ${next}`
  return { proofs: [toProof(claim, mistake)], cast: toCastFile(shell.cast) }
}

/** The C driver as `driver.ko`, and of a kernel lesson its solution as `driver_rust.ko`. */
function toShell({ exercise }: ExerciseLesson): ShellToRecord {
  const { variant, driver, headers, companions, target, solution, shellCommands } = exercise
  return {
    driver: { language: 'c', variant, files: { 'driver.c': driver, ...headers }, ...companions },
    ...(target === 'kernel' && { beside: { language: 'rust' as const, files: solution } }),
    commands: toBootCommands(shellCommands!),
  }
}

/** What two recordings of the same commands have in common: all but times, addresses and what stands within a report. */
interface CastWords {
  lines: string[]
  reports: string[]
}

function readWords(file: string): CastWords | string {
  const cast = parseCast(file)
  return typeof cast === 'string' ? cast : toWords(cast)
}

function toWords({ pieces }: Asciicast): CastWords {
  const shown = pieces.map(([, text]) => text).join('')
  const text = withoutControl(shown.replaceAll(whereIsCursor, ''))
  const reports = parseKernelLog(text)
  const told = new Set(reports.flatMap((report) => report.text.split('\n')))
  const lines = text.split('\n').filter((line) => !told.has(line.trimEnd()))
  return {
    lines: lines
      .map((line) => withoutChance(line.replace(/^\[ *\d+\.\d+\] ?/, '')).trimEnd())
      .filter(Boolean),
    reports: reports.map(({ title }) => withoutChance(title)),
  }
}

/** What a shell asks its terminal at each prompt. */
const whereIsCursor = '\u001b[6n'

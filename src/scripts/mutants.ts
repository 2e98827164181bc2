import { join } from 'node:path'
import { readCourse } from '#course/read-course.ts'
import { root } from './root.ts'
import { runMain } from './run-script.ts'
import { findSurvivors, type Survivor } from './mutants/find-survivors.ts'
import { openVerifyContext } from './verify/open-verify-context.ts'
import { readLessonFiles } from './verify/read-lesson-files.ts'
import { ScriptError } from './script-error.ts'

const usage = `Usage: npm run mutants -- CHAPTER[/LESSON] …

Makes small mistakes in the solutions of exercises and tasks, one at a time: another border, another number, a line
that is missing. Tells which of them the lesson's own checks take for solved: there a reader's mistake would pass, or
the two programs do the same.`

await runMain({
  usage,
  run: (words) => (words.length > 0 ? tellSurvivors(words.map(toFolder)) : undefined),
})

/** As completed by a shell in the root of the checkout. */
function toFolder(word: string): string {
  return word.replace(/^lessons\//, '')
}

async function tellSurvivors(only: string[]): Promise<number> {
  const chapters = readCourse(await readLessonFiles(join(root, 'lessons')))
  const lessons = chapters
    .flatMap(({ lessons }) => lessons)
    .filter(({ folder }) => only.some((start) => folder.startsWith(start)))
  if (lessons.length === 0) throw new ScriptError(`No lesson begins with ${only.join(' or ')}.`)
  const context = await openVerifyContext({ isSaved: false })
  for (const lesson of lessons) {
    const { tried, survivors } = await findSurvivors(context, lesson)
    if (tried > 0) console.log(`${lesson.folder}: ${survivors.length} of ${tried} are taken for solved`)
    for (const survivor of survivors) console.log(`    ${describe(survivor)}`)
  }
  return 0
}

function describe({ where, mutant: { line, before, after } }: Survivor): string {
  const change = after === undefined ? `without «${before}»` : `«${after}» for «${before}»`
  return `${where}, line ${line}: ${change}`
}

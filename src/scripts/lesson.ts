import { join } from 'node:path'
import { closeWrong, openWrong } from './lesson/wrong-files.ts'
import { createLesson } from './lesson/create-lesson.ts'
import { root } from './root.ts'
import { runMain } from './run-script.ts'
import { beginTranslation } from './siblings/begin-translation.ts'
import { markTranslated } from './siblings/mark-translated.ts'
import { openVerifyContext } from './verify/open-verify-context.ts'
import { verifyCourse } from './verify/verify-course.ts'

const usage = `Usage: npm run lesson -- new KIND CHAPTER NAME
       npm run lesson -- open LESSON/wrong/NAME.patch
       npm run lesson -- close LESSON
       npm run lesson -- try LESSON
       npm run lesson -- translate LESSON LANGUAGE
       npm run lesson -- translated PATH

  new         makes the folder of a lesson, with files to begin with
  open        writes a wrong answer that is a patch as a whole program, to be edited
  close       makes patches of the wrong answers again, against the start or the solution, whichever is nearer
  try         proves a lesson, and says what to do next
  translate   begins the files of a lesson, or of a chapter's title, in another language, such as de
  translated  says of files in another language that they have what the English ones have now`

const lessons = join(root, 'lessons')

await runMain({
  usage,
  run: ([command, ...words]) => {
    const [word, ...others] = words.map((word) => word.replace(/^lessons\/|\/$/g, ''))
    if (word === undefined) return undefined
    if (command === 'new' && others.length === 2)
      return createLesson(lessons, word, others as [string, string])
    if (command === 'open') return openWrong(lessons, word)
    if (command === 'close') return closeWrong(lessons, word)
    if (command === 'try') return tryLesson(word)
    if (command === 'translate' && others.length === 1) return beginTranslation(lessons, word, others[0]!)
    if (command === 'translated') return markTranslated(lessons, word)
    return undefined
  },
})

async function tryLesson(lesson: string): Promise<number> {
  const course = { folder: lessons, only: [lesson], record: false }
  const { failed } = await verifyCourse(await openVerifyContext(), course)
  return failed === 0 ? 0 : 1
}

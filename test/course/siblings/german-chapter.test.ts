import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hasExercise } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { readGlossary } from '#course/words/read-words.ts'
import { root } from '#scripts/root.ts'
import { readLessonFiles } from '#scripts/verify/read-lesson-files.ts'

const files = await readLessonFiles(join(root, 'lessons'))
const [english, german] = [readCourse(files)[0]!, readCourse(files, 'de')[0]!]

it('all lessons of the first chapter are told in German, and those of no other', () => {
  expect(german.lessons.map(({ meta }) => meta.language)).toEqual(english.lessons.map(() => 'de'))
  const others = readCourse(files, 'de').slice(1)
  expect(new Set(others.flatMap(({ lessons }) => lessons.map(({ meta }) => meta.language)))).toEqual(
    new Set(['en']),
  )
})

it('programs, recorded results and right answers are the same in both languages', () => {
  const codeOf = ({ lessons }: typeof english) =>
    lessons.map((lesson) => ({
      recorded: lesson.recorded,
      exercise: hasExercise(lesson) && { ...lesson.exercise, title: '', hints: '' },
      questions:
        'questions' in lesson &&
        lesson.questions?.map(({ answers }) => answers.map(({ correct }) => correct)),
      tasks:
        'tasks' in lesson &&
        lesson.tasks.map((task) => ({
          name: task.name,
          ask: task.ask,
          see: task.see,
          ...('solution' in task && { start: task.start, solution: task.solution }),
          ...('outcome' in task && { outcome: task.outcome }),
          ...('verdict' in task && { verdict: task.verdict }),
        })),
    }))
  expect(codeOf(german)).toEqual(codeOf(english))
})

it('each text of a task is in German', () => {
  const saidOf = ({ lessons }: typeof english) =>
    lessons.flatMap((lesson) => ('tasks' in lesson ? lesson.tasks.map(({ why }) => why) : []))
  const there = new Set(saidOf(english))
  expect(saidOf(german).filter((why) => there.has(why))).toEqual([])
})

it('a word has its German sentence and its own code', () => {
  const [word, inGerman] = [readGlossary(files), readGlossary(files, 'de')].map(({ words }) =>
    words.find(({ word }) => word === 'box'),
  )
  expect(inGerman).toMatchObject({ code: word!.code, shown: '`Box`' })
  expect(inGerman!.means).toMatch(/^Besitzt ein Objekt/)
})

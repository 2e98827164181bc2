import type { Lesson } from '#course/lesson.ts'
import type { Task } from '#course/tasks/task.ts'
import { t } from '#i18n/t.ts'
import { askedWords } from '../tasks/asked-words.ts'

/** A question or task that can be asked again. */
export interface RevisitItem {
  /** Its name on the page of its lesson. */
  name: string
  /** What it is about, as plain text. */
  words: string
}

/** The lesson of such items, as `/items.json` lists them. */
export interface ItemsOfLesson {
  slug: string
  /** Absent where it is English. */
  language?: string
  number: string
  title: string
  items: RevisitItem[]
}

/** Lists what can be asked again, in reading order. */
export function listItems(lessons: Lesson[]): ItemsOfLesson[] {
  return lessons.map((lesson) => ({
    ...(lesson.meta.language !== 'en' && { language: lesson.meta.language }),
    ...{ slug: lesson.slug, number: lesson.number, title: lesson.meta.title },
    items: [...taskItems(lesson), ...questionItems(lesson)],
  }))
}

/** A recall's pooled tasks are those of other lessons; what is after an exercise is a task of its own. */
function taskItems(lesson: Lesson): RevisitItem[] {
  const tasks: Task[] = 'tasks' in lesson ? lesson.tasks : []
  const origins = 'origins' in lesson ? lesson.origins : {}
  return tasks
    .filter(({ name }) => !Object.hasOwn(origins, name))
    .map((task) => ({ name: task.name, words: toWords(aboutOf(task), t(askedWords[task.ask])) }))
}

/** What tells it best from the others of its lesson. */
function aboutOf(task: Task): string | undefined {
  if (task.ask === 'judge') return task.claim
  return task.ask === 'review' ? task.subject : task.say
}

function questionItems(lesson: Lesson): RevisitItem[] {
  const questions = ('questions' in lesson ? lesson.questions : undefined) ?? []
  return questions.map(({ question }, index) => ({
    name: `question-${index + 1}`,
    words: toWords(question, t('Question {number}', { number: index + 1 })),
  }))
}

/** The first line of Markdown as plain text, not too long. */
function toWords(markdown: string | undefined, otherwise: string): string {
  const [line = ''] = (markdown ?? '').trim().split('\n')
  const text = line.replaceAll(/[`*]|\]\([^)]*\)|\[/g, '')
  if (text === '') return otherwise
  return text.length > 90 ? `${text.slice(0, text.lastIndexOf(' ', 88))} …` : text
}

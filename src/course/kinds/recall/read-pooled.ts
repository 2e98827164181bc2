import { z } from 'zod'
import { CourseError } from '../../course-error.ts'
import { Questions } from '../../parts.ts'
import { readYaml } from '../../read-file.ts'
import { Task } from '../../tasks/task.ts'
import { readShown, Shown } from './read-shown.ts'

/** What a recall takes from another lesson: a reference alone, or with lines of that lesson's code for a question that speaks of them. */
export const Taken = z.preprocess(
  (taken) => (typeof taken === 'string' ? { take: taken } : taken),
  z
    .strictObject({
      take: z
        .string()
        .regex(
          /^[a-z-]+\/[a-z-]+(#[a-z0-9-]+|\?\d)$/,
          'write chapter/lesson#task, or chapter/lesson?2 for its second question',
        ),
      shows: z.array(Shown).max(4).default([]),
    })
    .refine(({ take, shows }) => shows.length === 0 || take.includes('?'), {
      path: ['shows'],
      message: 'is for questions: a task has code of its own',
    }),
)

/** A task that stands in another lesson. */
export interface Pooled {
  task: Task
  origin: { slug: string; name: string }
}

/** Finds the task that a recall names, as `chapter/lesson#task` or `chapter/lesson?2`. Throws `CourseError`, also if it points at code that a recall does not show. */
export function readPooled(
  files: Record<string, string>,
  folder: string,
  { take: reference, shows }: z.infer<typeof Taken>,
): Pooled {
  const [, slug, sign, name] = /^(.*)([#?])(.*)$/.exec(reference) as unknown as [
    string,
    string,
    string,
    string,
  ]
  const found = sign === '#' ? findTask(files, slug, name) : findQuestion(files, slug, Number(name))
  if (!found)
    throw new CourseError(
      `${folder}/recall.yaml names ${reference}, which is not there. Write chapter/lesson#task as in a drill.yaml, or chapter/lesson?2 for the second of a questions.yaml.`,
    )
  if (sign === '?') refusePointing(folder, reference, found.say ?? '')
  const origin = { slug, name: found.name }
  const code = readShown((name) => textOf(files, slug, name), `${folder}/recall.yaml, ${reference}`, shows)
  return { task: { ...found, ...code, name: `${slug.split('/')[1]}-${found.name}` }, origin }
}

function refusePointing(folder: string, reference: string, question: string) {
  const [words] = /\b(lines? \d+|last \w+ lines|the start|this lesson|above)\b/.exec(question) ?? []
  if (words === undefined) return
  throw new CourseError(
    `${folder}/recall.yaml names ${reference}, which says «${words}»: a recall shows the question without its lesson. Take one that can be read alone.`,
  )
}

/** Other keys of the file are its own lesson's affair. */
const AnyTasks = z.object({ tasks: z.array(Task) })

function findTask(files: Record<string, string>, slug: string, name: string): Task | undefined {
  const path = findFile(files, slug, 'drill.yaml') ?? findFile(files, slug, 'transfer.yaml')
  if (path === undefined) return undefined
  return readYaml(files, path, AnyTasks).tasks.find((task) => task.name === name)
}

function findQuestion(files: Record<string, string>, slug: string, number: number): Task | undefined {
  const path = findFile(files, slug, 'questions.yaml')
  const asked = path === undefined ? undefined : readYaml(files, path, Questions)[number - 1]
  if (!asked) return undefined
  const right = asked.answers.find(({ correct }) => correct)!
  const instead = asked.answers.filter(({ correct }) => !correct).map(({ text, why }) => ({ text, why }))
  return {
    ask: 'choose',
    name: `question-${number}`,
    say: asked.question,
    right: right.text,
    instead,
    why: right.why,
    see: [],
    counts: [],
  }
}

function textOf(files: Record<string, string>, slug: string, name: string): string | undefined {
  const path = findFile(files, slug, name)
  return path === undefined ? undefined : files[path]
}

function findFile(files: Record<string, string>, slug: string, name: string): string | undefined {
  return Object.keys(files).find((path) => path.replaceAll(/(^|\/)\d+-/g, '$1') === `${slug}/${name}`)
}

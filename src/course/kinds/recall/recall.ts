import { z } from 'zod'
import { msg } from '#i18n/t.ts'
import { CommonHead } from '../../frontmatter.ts'
import { readYaml } from '../../read-file.ts'
import { codesOfTasks } from '../../tasks/codes-of-tasks.ts'
import { Tasks } from '../../tasks/task.ts'
import { TasksRecord } from '../../tasks/tasks-record.ts'
import { defineKind, type LessonFolder } from '../lesson-kind.ts'
import { readPooled, Taken } from './read-pooled.ts'

/** `recall.yaml`. */
const Recall = z.strictObject({
  show: z
    .int()
    .min(4)
    .max(14)
    .default(8)
    .describe('so many are shown at first: those that were answered wrongly before others'),
  pool: z.array(Taken).min(4).max(20),
  tasks: Tasks.default([]).describe('tasks of its own'),
})

const Head = CommonHead.extend({ kind: z.literal('recall') })

/** The end of a chapter: tasks and questions from what came before, no new idea. */
export const recall = defineKind({
  title: msg('Recall'),
  marker: 'Recall',
  once: [],
  may: [],
  words: [20, 250],
  head: Head,
  record: TasksRecord,
  read: readRecall,
  codes: ({ tasks }) => codesOfTasks(tasks),
})

function readRecall({ files, folder }: LessonFolder<z.infer<typeof Head>>) {
  const { show, pool, tasks } = readYaml(files, `${folder}/recall.yaml`, Recall)
  const pooled = pool.map((taken) => readPooled(files, folder, taken))
  return {
    show,
    tasks: [...tasks, ...pooled.map(({ task }) => task)],
    /** Where a pooled task is from, by its name here: the slug of its lesson and its name there. */
    origins: Object.fromEntries(pooled.map(({ task, origin }) => [task.name, origin])),
  }
}

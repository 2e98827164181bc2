import { z } from 'zod'
import { msg } from '#i18n/t.ts'
import { CommonHead } from '../../frontmatter.ts'
import { Questions } from '../../parts.ts'
import { readYaml } from '../../read-file.ts'
import { codesOfTasks } from '../../tasks/codes-of-tasks.ts'
import { Tasks } from '../../tasks/task.ts'
import { TasksRecord } from '../../tasks/tasks-record.ts'
import { defineKind, type LessonFolder } from '../lesson-kind.ts'

/** `review.yaml`. */
const Review = z.strictObject({
  patches: Tasks.refine(
    (tasks) => tasks.some(({ ask }) => ask === 'review'),
    'has no patch: a task with «ask: review»',
  ),
})

const Head = CommonHead.extend({ kind: z.literal('review') })

/** Patches as mailed to a list: is each right, and if not, why? Other tasks may stand between them. */
export const review = defineKind({
  title: msg('Review'),
  marker: 'Review',
  once: [],
  may: [],
  words: [100, 600],
  head: Head,
  record: TasksRecord,
  read: ({ files, folder }: LessonFolder<z.infer<typeof Head>>) => ({
    tasks: readYaml(files, `${folder}/review.yaml`, Review).patches,
    ...(`${folder}/questions.yaml` in files && {
      questions: readYaml(files, `${folder}/questions.yaml`, Questions),
    }),
  }),
  codes: ({ tasks }) => codesOfTasks(tasks),
})

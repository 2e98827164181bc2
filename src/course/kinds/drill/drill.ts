import { z } from 'zod'
import { msg } from '#i18n/t.ts'
import { CommonHead } from '../../frontmatter.ts'
import { readYaml } from '../../read-file.ts'
import { codesOfTasks } from '../../tasks/codes-of-tasks.ts'
import { Tasks } from '../../tasks/task.ts'
import { TasksRecord } from '../../tasks/tasks-record.ts'
import { defineKind, type LessonFolder } from '../lesson-kind.ts'

/** `drill.yaml`. */
const Drill = z.strictObject({
  tasks: Tasks.refine((tasks) => tasks.length >= 6 && tasks.length <= 14, 'a drill has 6 to 14 tasks'),
})

const Head = CommonHead.extend({ kind: z.literal('drill') })

/** A page of short tasks, done in a row: for syntax and values. */
export const drill = defineKind({
  title: msg('Drill'),
  marker: 'Drill',
  once: [],
  may: [],
  words: [60, 500],
  head: Head,
  record: TasksRecord,
  read: ({ files, folder }: LessonFolder<z.infer<typeof Head>>) => ({
    tasks: readYaml(files, `${folder}/drill.yaml`, Drill).tasks,
  }),
  codes: ({ tasks }) => codesOfTasks(tasks),
})

import { z } from 'zod'
import { CommonHead } from '../../frontmatter.ts'
import { CommonRecord, RecordedResult } from '../../parts.ts'
import { readYaml } from '../../read-file.ts'
import { codesOfTasks } from '../../tasks/codes-of-tasks.ts'
import { Tasks } from '../../tasks/task.ts'
import { defineKind, type LessonFolder } from '../lesson-kind.ts'

/** `drill.yaml`. */
const Drill = z.strictObject({
  tasks: Tasks.refine((tasks) => tasks.length >= 6 && tasks.length <= 14, 'a drill has 6 to 14 tasks'),
})

/** What is recorded of tasks: what the compiler says of each program that is shown, by the name of its task. */
export const TasksRecord = CommonRecord.extend({ tasks: z.record(z.string(), RecordedResult) })
export type TasksRecord = z.infer<typeof TasksRecord>

const Head = CommonHead.extend({ kind: z.literal('drill') })

/** A page of short tasks, done in a row: for syntax and values. */
export const drill = defineKind({
  title: 'Drill',
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

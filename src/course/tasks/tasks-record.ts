import { z } from 'zod'
import { CommonRecord, RecordedResult } from '../parts.ts'

/** What is recorded of tasks: what the compiler says of each program that is shown, by the name of its task. */
export const TasksRecord = CommonRecord.extend({ tasks: z.record(z.string(), RecordedResult) })
export type TasksRecord = z.infer<typeof TasksRecord>

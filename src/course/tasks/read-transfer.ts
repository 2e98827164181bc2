import { z } from 'zod'
import { readYaml } from '../read-file.ts'
import { type EditTask, isEdit, Tasks } from './task.ts'

/** `transfer.yaml`: what the reader writes after the exercise, on the same idea. */
const Transfer = z.strictObject({
  tasks: Tasks.refine((tasks) => tasks.length >= 1 && tasks.length <= 3, 'there are 1 to 3').refine(
    (tasks) => tasks.every(isEdit),
    'each is written: «repair» or «complete»',
  ),
})

/** Reads the tasks that follow the exercise of a lesson; none where it has no `transfer.yaml`. Throws `CourseError`. */
export function readTransfer(files: Record<string, string>, folder: string): EditTask[] {
  const path = `${folder}/transfer.yaml`
  return path in files ? readYaml(files, path, Transfer).tasks.filter(isEdit) : []
}

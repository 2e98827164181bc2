import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#scripts/root.ts'
import { readMarkers } from '#course/duties.ts'

/** Text of a file of a lesson, as a reader would see it. */
export function lessonFile(path: string): string {
  return readMarkers(readFileSync(join(root, 'lessons', path), 'utf8')).text
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#scripts/root.ts'
import { readMarkers } from '#course/duties.ts'
import { applyWrongPatch } from '#course/wrong-patch.ts'

/** Text of a file of a lesson, as a reader would see it. */
export function lessonFile(path: string): string {
  return readMarkers(read(path)).text
}

/** A wrong answer as the whole program, whose file is called `file`. */
export function wrongAnswer(folder: string, name: string, file: string): string {
  const path = `${folder}/wrong/${name}.patch`
  const [start, solution] = [lessonFile(`${folder}/start/${file}`), lessonFile(`${folder}/solution/${file}`)]
  return applyWrongPatch(path, read(path), { start, solution })
}

function read(path: string): string {
  return readFileSync(join(root, 'lessons', path), 'utf8')
}

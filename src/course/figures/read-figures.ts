import { readYaml } from '../read-file.ts'
import { Figure } from './figure.ts'

/** Reads the figures of a lesson, by their names. Throws `CourseError`. */
export function readFigures(files: Record<string, string>, folder: string): Record<string, Figure> {
  const prefix = `${folder}/figures/`
  const paths = Object.keys(files).filter((path) => path.startsWith(prefix) && path.endsWith('.yaml'))
  return Object.fromEntries(
    paths.map((path) => [path.slice(prefix.length, -'.yaml'.length), readYaml(files, path, Figure)]),
  )
}

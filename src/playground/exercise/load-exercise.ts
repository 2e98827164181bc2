import { sitePath } from '#protocol/site-path.ts'
import type { ProvenExercise } from '../backends/proven-exercise.ts'

/** Fetches what a page does not hold of its exercise. Rejects where that fails. */
export async function loadExercise(slug: string): Promise<ProvenExercise> {
  const response = await fetch(sitePath(`/${slug}/exercise.json`))
  if (!response.ok) throw new Error(`${response.status} for the exercise ${slug}`)
  const { exercise, recorded } = (await response.json()) as Loaded
  return { ...exercise, ...(recorded && { recorded }) }
}

/** An `exercise.json`. */
type Loaded = Pick<ProvenExercise, 'recorded'> & { exercise: Omit<ProvenExercise, 'recorded'> }

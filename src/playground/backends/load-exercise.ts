import { pageLanguage } from '#i18n/language.ts'
import { pathIn } from '#i18n/local-path.ts'
import { sitePath } from '#protocol/site-path.ts'
import type { ProvenExercise } from './proven-exercise.ts'

/** Fetches what a page does not hold of its exercise. Rejects where that fails. */
export async function loadExercise(slug: string): Promise<ProvenExercise> {
  const response = await fetchInLanguage(`/${slug}/exercise.json`)
  if (!response.ok) throw new Error(`${response.status} for the exercise ${slug}`)
  const { exercise, recorded } = (await response.json()) as Loaded
  return { ...exercise, ...(recorded && { recorded }) }
}

/** A page may show an exercise that is not translated. */
async function fetchInLanguage(path: `/${string}`): Promise<Response> {
  const [own, english] = [pathIn(pageLanguage(), path), sitePath(path)]
  const response = await fetch(own)
  return response.status === 404 && own !== english ? fetch(english) : response
}

/** An `exercise.json`. */
type Loaded = Pick<ProvenExercise, 'recorded'> & { exercise: Omit<ProvenExercise, 'recorded'> }

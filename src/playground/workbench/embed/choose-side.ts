import type { OpenExercise } from '../../exercise/open-exercise.ts'

/** Brings the side into sight that the address asks for: `?side=c` or `?side=rust`. */
export function chooseSide({ view, c, rust }: OpenExercise) {
  const side = new URLSearchParams(location.search).get('side')
  if (side === 'c') view.shown.value = c.file
  if (side === 'rust') view.shown.value = rust.file
}

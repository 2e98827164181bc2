import { useEffect, useState } from 'preact/hooks'
import { loadExercise } from '../backends/load-exercise.ts'
import { openExercise, type OpenExercise } from '../exercise/open-exercise.ts'

/** How far a lesson's exercise is. */
export type Loading =
  { kind: 'loading' } | { kind: 'failed'; retry: () => void } | { kind: 'open'; open: OpenExercise }

/** Loads and opens the exercise of a lesson; it is closed with the component. */
export function useExercise(slug: string, waits: boolean): Loading {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let opened: OpenExercise | undefined
    let wanted = true
    loadExercise(slug)
      .then((exercise) => {
        if (!wanted) return
        opened = openExercise(exercise, { waits })
        setLoading({ kind: 'open', open: opened })
      })
      .catch((error: unknown) => {
        console.error(error)
        if (wanted) setLoading({ kind: 'failed', retry: () => setAttempt(attempt + 1) })
      })
    return () => {
      wanted = false
      opened?.end()
    }
  }, [slug, waits, attempt])
  return loading
}

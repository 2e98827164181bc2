import type { ExplainedWord } from '#course/words/explained-word.ts'
import { localPath } from '#i18n/local-path.ts'

let loading: Promise<ExplainedWord[]> | undefined

/** Fetches the words of the course from the site itself, once; none where that fails, and then the next attempt is made again. */
export async function loadWords(): Promise<ExplainedWord[]> {
  loading ??= fetchWords()
  return loading.catch(() => {
    loading = undefined
    return []
  })
}

async function fetchWords(): Promise<ExplainedWord[]> {
  const response = await fetch(localPath('/words.json'))
  if (!response.ok) throw new Error(`${response.status} for the words`)
  return (await response.json()) as ExplainedWord[]
}

import type { ExplainedCode } from '#course/explained-code.ts'
import { sitePath } from '#protocol/site-path.ts'

/** Fetches what the site says of an error code; `failed` where that is out of reach. */
export async function loadExplanation(code: string): Promise<ExplainedCode | 'failed'> {
  try {
    const response = await fetch(sitePath(`/errors/${code}.json`))
    return response.ok ? ((await response.json()) as ExplainedCode) : 'failed'
  } catch {
    return 'failed'
  }
}

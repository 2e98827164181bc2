import type { RenamedRow } from '#protocol/renamed-row.ts'
import { sitePath } from '#protocol/site-path.ts'

/** Gives what took the place of old APIs; nothing where that is out of reach. */
export type LoadRenamed = () => Promise<readonly RenamedRow[] | undefined>

let loading: Promise<readonly RenamedRow[] | undefined> | undefined

/** Fetches the rows from the site itself, once; an attempt that failed is made again. */
export const loadRenamed: LoadRenamed = async () => {
  loading ??= fetchRows()
  const rows = await loading
  if (!rows) loading = undefined
  return rows
}

async function fetchRows(): Promise<readonly RenamedRow[] | undefined> {
  try {
    const response = await fetch(sitePath('/reference/renamed.json'))
    return response.ok ? ((await response.json()) as RenamedRow[]) : undefined
  } catch {
    return undefined
  }
}

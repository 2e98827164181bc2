import { readStored, save } from '../storage/storage.ts'

/** The files that are open, in the order in which they were opened, and the one in sight. */
export interface OpenTabs {
  paths: string[]
  shown: string
}

const name = 'workspace-tabs'

/** Reads which files were open when the page was last left; none where nobody knows. */
export function readOpenTabs(): OpenTabs {
  const stored = (readStored(name) ?? {}) as Partial<Record<keyof OpenTabs, unknown>>
  const paths = Array.isArray(stored.paths) ? stored.paths.filter((path) => typeof path === 'string') : []
  return { paths, shown: typeof stored.shown === 'string' ? stored.shown : '' }
}

/** Saves which files are open. Where the browser has no room, they are not open the next time. */
export function saveOpenTabs(open: OpenTabs) {
  save(name, open)
}

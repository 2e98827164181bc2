/** `/offline.json`: the files of the built site that can be saved for reading offline. */
export interface OfflineIndex {
  /** Another one for each build. */
  version: string
  /** Addresses below the site's path, such as `ownership/borrow-deadline/`, and the bytes of each. */
  files: OfflineFile[]
}

export type OfflineFile = readonly [address: string, bytes: number]

/** What can be saved in one go: all files whose addresses begin with one of these; `/` is the home page, and what else is in no folder. */
export type OfflinePart = readonly string[]

/** What a saved chapter needs besides itself: editor, search, and what texts and editor lead to. */
export const sharedPart: OfflinePart = [
  ...['/', '_astro/', 'pagefind/', 'offline/', 'icons/', 'playground/', 'workspace/'],
  ...['glossary/', 'reference/', 'progress/', 'settings/', 'keys/'],
]

/** The files of a part. */
export function filesOf({ files }: OfflineIndex, part: OfflinePart): OfflineFile[] {
  return files.filter(([address]) => isIn(part, address))
}

/** Whether a part has the file with this address. */
export function isIn(part: OfflinePart, address: string): boolean {
  return part.some((beginning) =>
    beginning === '/' ? !address.includes('/') : address.startsWith(beginning),
  )
}

/** Whether only the network may answer: the service, what says which version is the newest, and what is for other sites. */
export function isNeverSaved(address: string): boolean {
  return /^(api\/|healthz$|readyz$|metrics$|sw\.js$|offline\.json$|offline-state$|(\w\w\/)?embed\/|embed\.js$|(\w\w\/)?oembed[./])/.test(
    address,
  )
}

/** What the browser saves as soon as it has seen the site: the way to all else that is saved. */
export const essentialFiles = ['', 'offline/', 'offline.js', 'favicon.svg']

/** Whether a file's name says what is in it, so that it never changes. */
export function isHashed(address: string): boolean {
  return address.startsWith('_astro/')
}

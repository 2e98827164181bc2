/** A place of the site that is written without the path that the site is built for. */
export interface BareAddress {
  /** From 1. */
  line: number
  /** Such as `href="/errors/`. */
  written: string
}

/** Finds links and requests that begin at the root of the host, in what is built for the site. */
export function findBareAddresses(path: string, text: string): BareAddress[] {
  if (!ofSite.test(path)) return []
  return [...text.matchAll(bare)].map(({ 0: written, index }) => ({
    line: text.slice(0, index).split('\n').length,
    written,
  }))
}

const ofSite = /^src\/(pages|layouts|components|playground|markdown)\//

const bare =
  /\b(?:(?:href|src|action|data-entry)(?:=|: )\{?|(?:fetch|assign|import)\()["'`]\/(?!\/|lessons\/\*)[^"'`\s]*/g

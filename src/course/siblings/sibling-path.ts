/** Names the sibling of a file in a language, such as `drill.de.yaml` of `drill.yaml`. */
export function toSiblingPath(path: string, language: string): string {
  return path.replace(/\.(\w+)$/, `.${language}.$1`)
}

/** A sibling: the file that it is made from, and its language. */
export interface Sibling {
  path: string
  source: string
  language: string
}

/** Reads the path of a sibling; undefined of any other file. */
export function parseSiblingPath(path: string): Sibling | undefined {
  const parts = /^(.+)\.([a-z]{2})(\.(?:mdx|yaml))$/.exec(path)
  return parts ? { path, source: `${parts[1]}${parts[3]}`, language: parts[2]! } : undefined
}

import { readFile, stat } from 'node:fs/promises'

/**
 * Makes a reader of the Content-Security-Policy that a page gives itself in its `<meta>`, such as the hashes of its inline
 * scripts; undefined where it gives none. A page that was replaced is read again.
 */
export function createPolicyReader(): (file: string) => Promise<string | undefined> {
  const known = new Map<string, { changed: number; policy: string | undefined }>()
  return async (file) => {
    const changed = (await stat(file)).mtimeMs
    const before = known.get(file)
    if (before?.changed === changed) return before.policy
    const policy = parsePolicy(await readFile(file, 'utf8'))
    known.set(file, { changed, policy })
    return policy
  }
}

function parsePolicy(html: string): string | undefined {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1]
  return policy?.replace(/[\s;]+$/, '')
}

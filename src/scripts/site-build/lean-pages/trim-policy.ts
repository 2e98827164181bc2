import { createHash } from 'node:crypto'

/** Takes out of a page's own Content-Security-Policy the hashes of scripts that stand on other pages only. */
export function trimPolicy(html: string): string {
  const hashes = new Set(inlineScriptsOf(html).map(toHash))
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, (meta) =>
    meta.replaceAll(/ ('sha256-[^']*')/g, (named, hash: string) => (hashes.has(hash) ? named : '')),
  )
}

/** The texts of the scripts that a page holds. */
export function inlineScriptsOf(html: string): string[] {
  return [...html.matchAll(/<script\b(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)].map(([, text]) => text!)
}

function toHash(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
}

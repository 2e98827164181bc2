import { escapeHtml } from '#story/escape-html.ts'

/** A frame that another site shows. */
export interface Frame {
  /** The whole address of the page for frames. */
  src: string
  /** What screen readers call it. */
  title: string
  /** CSS pixels, or a percentage. */
  width: number | `${number}%`
  /** CSS pixels; with `/embed.js` only until the page in it has told its own. */
  height: number
}

/** The height that a frame has where nobody chose one: the code of most lessons, and what comes of it. */
export const frameHeight = 640

/** Writes the frame as HTML. A frame of a page may only copy into the clipboard if that page lets it. */
export function toFrame({ src, title, width, height }: Frame): string {
  const attributes = { src, title, width: `${width}`, height: `${height}` }
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeHtml(value)}"`)
  return `<iframe ${written.join(' ')} style="border:0" loading="lazy" allow="clipboard-write"></iframe>`
}

/** What somebody puts into a page of theirs: the frame, and the script that gives it the height of what it shows. */
export function toSnippet(frame: Frame, script: string): string {
  return `${toFrame(frame)}\n<script src="${escapeHtml(script)}" async></script>`
}

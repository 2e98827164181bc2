/** The words of Markdown without its signs. */
export function toPlain(markdown: string): string {
  return markdown
    .replace(/^```.*$/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[(`[^`]*`)\]/g, '$1')
    .replace(/[`*]|^#+ /gm, '')
    .trim()
}

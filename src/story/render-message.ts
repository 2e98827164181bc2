/** A message of a compiler as HTML, with what it quotes in backticks as code. */
export function phraseHtml(text: string): string {
  return escapeText(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

/** Text in which nothing is HTML. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

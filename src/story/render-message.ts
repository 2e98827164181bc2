import { escapeHtml } from './escape-html.ts'

/** Renders a compiler's message as HTML: what it quotes in backticks becomes code. */
export function renderMessage(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

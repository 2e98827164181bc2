/**
 * Classes for the colours that Shiki's github-light-default gives Rust and C; what is not listed has the text's colour.
 * Classes instead of colours keep pages small, let dark mode be a matter of CSS (`--t-…` in tokens.css) and need no inline styles.
 */
export const tokenClasses: Record<string, string> = {
  '#6E7781': 't-comment',
  '#CF222E': 't-keyword',
  '#0550AE': 't-constant',
  '#953800': 't-type',
  '#8250DF': 't-function',
  '#0A3069': 't-string',
  '#116329': 't-tag',
  '#82071E': 't-invalid',
}

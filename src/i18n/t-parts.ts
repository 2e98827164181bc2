import { t } from './t.ts'

/** The sentence in the page's language as parts, so that a value may be an element: `tParts('Read {link}.', { link: <a …> })`. */
export function tParts<Part>(
  english: string,
  values: Readonly<Record<string, Part | string | number>>,
): (Part | string | number)[] {
  return t(english)
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 ? (values[part] ?? `{${part}}`) : part))
}

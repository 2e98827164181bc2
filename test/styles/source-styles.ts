import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#scripts/root.ts'

/** One stylesheet of our source: a file, or a `<style>` of a component; without its comments. */
export interface Stylesheet {
  /** Below `src/`. */
  path: string
  css: string
}

const style = /<style[^>]*>([^]*?)<\/style>/g

/** Every style of our source but of the pages that are only for developers. */
export const stylesheets: Stylesheet[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(css|astro)$/.test(path) && !path.includes('/_'))
  .flatMap(readStylesheets)

/** The declarations of a stylesheet, such as `['color', 'var(--ink)']`. */
export function declarationsOf({ css }: Stylesheet): [property: string, value: string][] {
  return [...css.matchAll(/([\w-]+)\s*:\s*([^;{}]+)[;}]/g)].map(([, property, value]) => [
    property!,
    value!.trim(),
  ])
}

function readStylesheets(path: string): Stylesheet[] {
  const text = readFileSync(join(root, 'src', path), 'utf8')
  const css = path.endsWith('.css') ? text : [...text.matchAll(style)].map(([, css]) => css).join('\n')
  return css.trim() === '' ? [] : [{ path, css: css.replace(/\/\*[^]*?\*\//g, '').trim() }]
}

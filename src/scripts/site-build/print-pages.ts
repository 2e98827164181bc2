import { globSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { defaultLocale, locales } from '#i18n/locales.ts'

/** Puts the built lessons into the pages below `/print/`, of all languages, in the places that `<article data-print="PATH">` keeps for them. */
export function printPages(): AstroIntegration {
  return {
    name: 'print-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir)
        for (const page of findPages(site)) {
          const filled = await fillPage(await readFile(page, 'utf8'), (path) =>
            readFile(`${site}${path}/index.html`, 'utf8'),
          )
          await writeFile(page, filled)
        }
      },
    },
  }
}

function findPages(site: string): string[] {
  const folders = Object.keys(locales).map((locale) => (locale === defaultLocale ? '' : `${locale}/`))
  return globSync(folders.map((folder) => `${site}${folder}print/**/index.html`))
}

/** Fills a page with what `readLesson` gives of each lesson by its path: its article, and the styles that the page does not have yet. */
export async function fillPage(page: string, readLesson: (path: string) => Promise<string>): Promise<string> {
  const styles = new Set(findStyles(page))
  let filled = page
  for (const [place, path, others] of page.matchAll(
    /<article data-print="([^"]*)"([^>]*)>[^]*?<\/article>/g,
  )) {
    const lesson = await readLesson(path!)
    const added = findStyles(lesson).filter((style) => !styles.has(style) && !style.includes('@page'))
    for (const style of added) styles.add(style)
    filled = filled.replace('</head>', () => `${added.join('')}</head>`)
    filled = filled.replace(place, () => toPrinted(lesson, path!).replace('<article', `<article${others}`))
  }
  return filled
}

function findStyles(html: string): string[] {
  return html.match(/<style>[^]*?<\/style>/g) ?? []
}

/** The article without what only works on its own page; names and labels are made unique, as several lessons have the same. */
function toPrinted(lesson: string, path: string): string {
  const article = /<article data-lesson[^]*<\/article>/.exec(lesson)?.[0]
  if (!article) throw new Error(`The page of ${path} has no <article data-lesson>.`)
  const prefix = `${path.replaceAll('/', '-')}-`
  const name = path.split('/').at(-1)!.replaceAll('-', ' ')
  return article
    .replace(/<!-- workbench -->[^]*?<!-- \/workbench -->/, '')
    .replaceAll(/<script\b[^>]*>[^]*?<\/script>/g, '')
    .replace('<article data-lesson=', '<article data-printed=')
    .replaceAll(/(<section\b[^>]*) aria-labelledby="[^"]*"/g, '$1')
    .replaceAll(/ aria-label="([^"]*)"/g, (_, label: string) => ` aria-label="${label}, ${name}"`)
    .replaceAll(
      / (id|for|name|aria-labelledby)="([^"]*)"/g,
      (_, key: string, name: string) => ` ${key}="${prefix}${name}"`,
    )
    .replaceAll(/ href="#([^"]*)"/g, (_, name: string) => ` href="#${prefix}${name}"`)
}

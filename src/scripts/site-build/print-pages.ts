import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** Puts the built lessons into the pages below `/print/`, in the places that `<article data-print="SLUG">` keeps for them. */
export function printPages(): AstroIntegration {
  return {
    name: 'print-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir)
        const names = await readdir(`${site}print`, { recursive: true })
        for (const name of names.filter((name) => name.endsWith('index.html'))) {
          const page = await readFile(`${site}print/${name}`, 'utf8')
          await writeFile(
            `${site}print/${name}`,
            await fillPage(page, (slug) => readFile(`${site}${slug}/index.html`, 'utf8')),
          )
        }
      },
    },
  }
}

/** Fills a page with what `readLesson` gives of each lesson: its article, and the styles that the page does not have yet. */
export async function fillPage(page: string, readLesson: (slug: string) => Promise<string>): Promise<string> {
  const styles = new Set(findStyles(page))
  let filled = page
  for (const [place, slug] of page.matchAll(/<article data-print="([^"]*)">[^]*?<\/article>/g)) {
    const lesson = await readLesson(slug!)
    const added = findStyles(lesson).filter((style) => !styles.has(style) && !style.includes('@page'))
    for (const style of added) styles.add(style)
    filled = filled.replace('</head>', () => `${added.join('')}</head>`)
    filled = filled.replace(place, () => toPrinted(lesson, slug!))
  }
  return filled
}

function findStyles(html: string): string[] {
  return html.match(/<style>[^]*?<\/style>/g) ?? []
}

/** The article without what only works on its own page; names and labels are made unique, as several lessons have the same. */
function toPrinted(lesson: string, slug: string): string {
  const article = /<article data-lesson[^]*<\/article>/.exec(lesson)?.[0]
  if (!article) throw new Error(`The page of ${slug} has no <article data-lesson>.`)
  const prefix = `${slug.replaceAll('/', '-')}-`
  const name = slug.split('/').at(-1)!.replaceAll('-', ' ')
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

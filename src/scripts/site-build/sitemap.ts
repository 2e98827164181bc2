import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** Writes sitemap.xml and robots.txt where the address of the site is known; pages marked «noindex» are left out. */
export function sitemap(): AstroIntegration {
  let site: URL | undefined
  return {
    name: 'sitemap',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site === undefined ? undefined : new URL(config.base, config.site)
      },
      'astro:build:done': async ({ dir, pages }) => {
        if (site === undefined) return
        const folder = fileURLToPath(dir)
        const paths = await findListed(
          folder,
          pages.map(({ pathname }) => pathname),
        )
        await writeFile(`${folder}sitemap.xml`, toSitemap(paths.map((path) => new URL(path, site).href)))
        await writeFile(`${folder}robots.txt`, toRobots(new URL('sitemap.xml', site).href))
      },
    },
  }
}

async function findListed(folder: string, paths: string[]): Promise<string[]> {
  const listed = await Promise.all(paths.map((path) => isListed(folder, path)))
  return paths.filter((_, index) => listed[index]).sort()
}

async function isListed(folder: string, path: string): Promise<boolean> {
  const html = await readFile(`${folder}${path}index.html`, 'utf8').catch(() => undefined)
  return html !== undefined && !html.includes('<meta name="robots" content="noindex"')
}

/** Addresses have no character that XML would have to escape. */
function toSitemap(addresses: string[]): string {
  const urls = addresses.map((address) => `  <url><loc>${address}</loc></url>\n`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`
}

function toRobots(sitemap: string): string {
  return `User-agent: *\nDisallow: /api/\n\nSitemap: ${sitemap}\n`
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OEmbed } from '#protocol/oembed.ts'
import type { ServedSite } from './site.ts'

/** How large what is embedded may be at most, in CSS pixels. */
export interface EmbedLimits {
  maxwidth?: number | undefined
  maxheight?: number | undefined
}

/** Gives what can be embedded of an address; undefined where that is no page of this site, or other sites may not show it. */
export type FindOEmbed = (url: string, limits: EmbedLimits) => Promise<OEmbed | undefined>

/** Creates what finds that for the built site, from what the build wrote into `oembed/`. */
export function createFindOEmbed(site: ServedSite | undefined): FindOEmbed {
  return async (url, limits) => {
    if (!site || site.frameAncestors.length === 0) return undefined
    const address = URL.parse(url)
    const name = address && toName(address.pathname)
    if (!name) return undefined
    const known = await findKnown(site.folder, address, name)
    if (!known) return undefined
    return limitSize(name === 'playground' ? withCode(known, address.hash) : known, limits)
  }
}

/** `ownership/borrow-deadline` or `playground`, whatever comes before it. */
function toName(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '')
  const names = parts.at(-1) === 'playground' ? ['playground'] : parts.slice(-2)
  return names.every((name) => /^[a-z\d-]+$/.test(name)) ? names.join('/') : undefined
}

/** A page of another language is described in that language’s own folder. */
async function findKnown(folder: string, address: URL, name: string): Promise<OEmbed | undefined> {
  const [, language = ''] = /(?:^|\/)([a-z]{2}\/)(?:embed\/)?$/.exec(address.pathname.split(name)[0]!) ?? []
  for (const files of new Set([join(folder, language), folder])) {
    const known = await readKnown(join(files, 'oembed', `${name}.json`))
    if (known && isPageOf(known, address, name)) return known
  }
  return undefined
}

async function readKnown(file: string): Promise<OEmbed | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : OEmbed.parse(JSON.parse(text))
}

/** The page itself, or the one for frames. */
function isPageOf({ provider_url: site }: OEmbed, { origin, pathname }: URL, name: string): boolean {
  const page = `${origin}${pathname.replace(/\/$/, '')}`
  return page === `${site}${name}` || page === `${site}embed/${name}`
}

/** A link of the playground holds its code; whatever else comes behind «#» is left out. */
function withCode(known: OEmbed, hash: string): OEmbed {
  if (!/^#(?:work|code)\d{0,6}=[\w-]+$/.test(hash)) return known
  return { ...known, html: known.html.replace('/embed/playground/"', `/embed/playground/${hash}"`) }
}

function limitSize(known: OEmbed, { maxwidth = Infinity, maxheight = Infinity }: EmbedLimits): OEmbed {
  const { thumbnail_url, thumbnail_width, thumbnail_height, ...rest } = known
  const width = Math.min(known.width, maxwidth)
  const height = Math.min(known.height, maxheight)
  const fits = (thumbnail_width ?? 0) <= maxwidth && (thumbnail_height ?? 0) <= maxheight
  const html = known.html
    .replace(` width="${known.width}"`, ` width="${width}"`)
    .replace(` height="${known.height}"`, ` height="${height}"`)
  return {
    ...{ ...rest, html, width, height },
    ...(fits && thumbnail_url !== undefined && { thumbnail_url, thumbnail_width, thumbnail_height }),
  }
}

import { frameHeight, toFrame } from '#playground/workbench/embed/to-frame.ts'
import type { OEmbed } from '#protocol/oembed.ts'

/** A page that other sites may show a part of. */
export interface Embeddable {
  /** Such as `ownership/borrow-deadline`. */
  name: string
  title: string
  /** The page has a picture of 1200 × 630. */
  hasPreview: boolean
}

/** Describes such a page for sites that ask by oEmbed; `home` is the address of the site in the language of the page, and ends in a slash. */
export function toOEmbed({ name, title, hasPreview }: Embeddable, home: string): OEmbed {
  const size = { width: 800, height: frameHeight }
  return {
    ...{ version: '1.0', type: 'rich', provider_name: 'No Oops', provider_url: home },
    title,
    html: toFrame({ src: `${home}embed/${name}/`, title, ...size }),
    ...size,
    cache_age: 86_400,
    ...(hasPreview && {
      ...{ thumbnail_url: `${home}${name}/preview.png`, thumbnail_width: 1200, thumbnail_height: 630 },
    }),
  }
}

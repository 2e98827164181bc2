import { z } from 'zod'

/** What a site that shows others’ pages by oEmbed (oembed.com) is told of one of ours: `/oembed.json`, and `/oembed/LESSON.json` of the built site. */
export const OEmbed = z.object({
  version: z.literal('1.0'),
  type: z.literal('rich'),
  provider_name: z.string(),
  /** The home page; ends in a slash. */
  provider_url: z.string(),
  title: z.string(),
  /** The frame, with `width` and `height` as attributes. */
  html: z.string(),
  /** CSS pixels. */
  width: z.number().int(),
  height: z.number().int(),
  /** Seconds. */
  cache_age: z.number().int(),
  thumbnail_url: z.string().optional(),
  thumbnail_width: z.number().int().optional(),
  thumbnail_height: z.number().int().optional(),
})
export type OEmbed = z.infer<typeof OEmbed>

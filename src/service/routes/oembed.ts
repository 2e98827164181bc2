import { createRoute, z } from '@hono/zod-openapi'
import { OEmbed } from '#protocol/oembed.ts'
import type { ServiceApp } from '../app-env.ts'
import { noXml, notFound } from '../http-problem.ts'
import type { FindOEmbed } from '../oembed.ts'
import { jsonAnswer, problems } from './describe-route.ts'

/** What `GET /oembed.json` leads to. */
export interface OEmbedRouteParts {
  findOEmbed: FindOEmbed
}

/** Adds `GET /oembed.json`, by which other sites make a frame of a link to a lesson; any page may ask. */
export function addOEmbedRoute(app: ServiceApp, { findOEmbed }: OEmbedRouteParts): void {
  app.openapi(route, async (c) => {
    const { url, format, ...limits } = c.req.valid('query')
    if (format !== 'json') throw noXml()
    const found = await findOEmbed(url, limits)
    if (!found) throw notFound('This is no page of this course that other sites may show.')
    return c.json(found, 200)
  })
}

const pixels = z.coerce.number<string>().int().min(1).max(100_000).optional()

const route = createRoute({
  method: 'get',
  path: '/oembed.json',
  summary: 'What other sites show of a lesson or of the playground, by oEmbed 1.0',
  request: {
    query: z.object({
      url: z.string().max(200_000),
      maxwidth: pixels,
      maxheight: pixels,
      format: z.enum(['json', 'xml']).default('json'),
    }),
  },
  responses: {
    200: jsonAnswer('OEmbed', OEmbed, { description: 'The frame and its size' }),
    ...problems({
      400: 'The request is not as it should be; `errors` says where',
      404: 'No page of this course that other sites may show',
      501: 'XML is not spoken here',
    }),
  },
})

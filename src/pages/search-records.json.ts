import type { APIRoute } from 'astro'
import { listRecords } from '#components/search/list-records.ts'

/** What the index of the search is made of; `search-index` takes it out of the built site. */
export const GET: APIRoute = () => Response.json(listRecords())

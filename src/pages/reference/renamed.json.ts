import type { APIRoute } from 'astro'
import { renamed } from '#components/reference/renamed.ts'
import { toRow } from '#course/renamed.ts'

/** What the workbench looks errors up in. */
export const GET: APIRoute = () => Response.json(renamed.map(toRow))

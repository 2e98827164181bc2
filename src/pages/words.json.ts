import type { APIRoute } from 'astro'
import { explainAllWords } from '#components/words/explained-words.ts'

/** What pages and the editor explain words with, once a reader points at one. */
export const GET: APIRoute = () => Response.json(explainAllWords())

import type { ZodType } from 'zod'
import { attempt } from './attempt.ts'
import { outdated, unreachable } from './request-failure.ts'
import type * as schemas from './service-schemas.ts'

type Schemas = typeof schemas

/**
 * Loads the schemas of what the service says, with its first answer: zod is too heavy for a page that is only read.
 * Not before that, as browsers remember of an import that it failed, such as offline, and try no more.
 */
export function loadSchemas(): Promise<Schemas> {
  return import('./service-schemas.ts')
}

/**
 * Reads the body of an answer: `unreachable` where it is no JSON, such as the page of a static host,
 * and `outdated` where it does not fit the schema; fields that the schema does not know are left out.
 * Rejects only if the signal fires.
 */
export async function readJson<T>(
  response: Response,
  toSchema: (schemas: Schemas) => ZodType<T>,
  signal: AbortSignal,
): Promise<{ kind: 'parsed'; value: T } | typeof unreachable | typeof outdated> {
  if (!/[/+]json/.test(response.headers.get('content-type') ?? '')) return unreachable
  const [body, schemas] = await Promise.all([
    attempt<unknown>(signal, () => response.json()),
    attempt(signal, loadSchemas),
  ])
  if (body === undefined) return unreachable
  // Where the site has been replaced by a newer one, the file with the schemas is gone.
  const parsed = schemas && toSchema(schemas).safeParse(body)
  return parsed?.success ? { kind: 'parsed', value: parsed.data } : outdated
}

import { apiVersion } from '#protocol/api-version.ts'
import { attempt } from './attempt.ts'
import { readJson } from './read-json.ts'
import type { Fetch } from './send-request.ts'

/** Whether a compile service can be used from this page; `silent` where nobody answers, or not for this page. */
export type ServiceCheck =
  | { kind: 'usable'; compiles: boolean }
  | { kind: 'silent' }
  | { kind: 'no service' }
  | { kind: 'other version'; isOlder: boolean }

/** Asks a service at a base URL what it is. Rejects only if the signal fires. */
export async function checkService(
  base: string,
  signal: AbortSignal,
  fetch: Fetch = (address, init) => globalThis.fetch(address, init),
): Promise<ServiceCheck> {
  const response = await attempt(signal, () => fetch(`${base}/api/status`, { signal }))
  if (!response) return { kind: 'silent' }
  if (!response.ok) return { kind: 'no service' }
  const status = await readJson(response, ({ Status }) => Status.partial(), signal)
  if (status.kind !== 'parsed') return { kind: 'no service' }
  const { version = 0, userspace } = status.value
  if (!userspace) return { kind: 'no service' }
  if (version !== apiVersion) return { kind: 'other version', isOlder: version < apiVersion }
  return { kind: 'usable', compiles: userspace.state === 'ready' }
}

/** Reads what a reader typed as the base URL of a service; undefined for what is none. */
export function toServiceBase(typed: string): string | undefined {
  const text = typed.trim()
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '') return undefined
  return `${url.origin}${url.pathname}`.replace(/\/$/, '')
}

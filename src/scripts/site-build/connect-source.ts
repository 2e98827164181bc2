import { publicPlaygrounds } from '#protocol/public-playgrounds.ts'

/**
 * The hosts that a page may ask, as a directive of its policy: its own, its service (`SERVICE_URL`), the public playgrounds, a
 * service on the reader's own machine, and what `SERVICE_ORIGINS` names besides, such as `https://a.example.org`.
 */
export function toConnectSource(environment: Record<string, string | undefined>): string {
  const { SERVICE_URL = '', SERVICE_ORIGINS = '' } = environment
  const services = `${SERVICE_URL} ${SERVICE_ORIGINS} http://localhost:*`.split(/[\s,]+/).filter(Boolean)
  const playgrounds = Object.values(publicPlaygrounds).map(({ host }) => `https://${host}`)
  return ['connect-src', "'self'", ...services.flatMap(withSockets), ...playgrounds].join(' ')
}

/** A shell is a WebSocket, for which browsers want its own scheme. */
function withSockets(origin: string): string[] {
  return [origin, origin.replace(/^http/, 'ws')]
}

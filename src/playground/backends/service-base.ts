import { readWhereCodeGoes } from '../storage/where-code-goes.ts'

/** Finds the base URL of the compile service: what the reader chose, else the site's. */
export function serviceBase(): string {
  return readWhereCodeGoes().service ?? serviceOfSite()
}

/** Finds the base URL of the site's service: what the page's `<meta name="service">` says, else empty: its own host. */
export function serviceOfSite(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="service"]')
  return meta?.content.replace(/\/$/, '') ?? ''
}

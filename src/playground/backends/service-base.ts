/** Finds the base URL of the compile service: what the page's `<meta name="service">` says, else empty: the site's own. */
export function serviceBase(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="service"]')
  return meta?.content.replace(/\/$/, '') ?? ''
}

/** Where the compile service is: what the page's `<meta name="service">` says, else where the site is. */
export function serviceBase(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="service"]')
  return meta?.content.replace(/\/$/, '') ?? ''
}

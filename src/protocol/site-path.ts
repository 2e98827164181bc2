/** Path of a place of the site on its host: `/errors/` is `/course/errors/` where the site was built for `/course/`. */
export function sitePath(path: `/${string}`): string {
  return base + path
}

/** Vite and the scripts of pages put the value in; plain Node, such as the command, has no site. */
const base = (import.meta.env?.BASE_URL ?? '/').replace(/\/$/, '')

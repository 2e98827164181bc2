/** The path that the site is built for, with a slash at both ends: what the setting BASE_PATH says, else `/`. */
export function readBasePath({ BASE_PATH = '' }: Readonly<Record<string, string | undefined>>): string {
  const names = BASE_PATH.split('/').filter(Boolean)
  if (!names.every((name) => /^[\w.~-]+$/.test(name)))
    throw new Error(`BASE_PATH is «${BASE_PATH}». Write a path such as /course/, without a host.`)
  return ['', ...names, ''].join('/')
}

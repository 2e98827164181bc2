import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Where things that can be made again are kept: `NO_OOPS_CACHE`, else `no-oops` in the user's cache folder. For root it
 * is in `/var/cache`, because the sandbox, which does not run as root, cannot enter root's home.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env, uid = process.getuid?.()): string {
  if (environment.NO_OOPS_CACHE) return resolve(environment.NO_OOPS_CACHE)
  if (environment.XDG_CACHE_HOME) return join(resolve(environment.XDG_CACHE_HOME), 'no-oops')
  return uid === 0 ? '/var/cache/no-oops' : join(homedir(), '.cache', 'no-oops')
}

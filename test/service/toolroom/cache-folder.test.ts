import { homedir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { cacheFolder } from '#service/toolroom/cache-folder.ts'

describe('The cache folder', () => {
  it('is the one that is asked for', () => {
    expect(cacheFolder({ NO_OOPS_CACHE: '/srv/cache', XDG_CACHE_HOME: '/xdg' }, 1000)).toBe('/srv/cache')
  })

  it('is in the cache folder of the desktop', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/xdg' }, 1000)).toBe('/xdg/no-oops')
  })

  it('is in the home of a user, but not in that of root, which the sandbox cannot enter', () => {
    expect(cacheFolder({}, 1000)).toBe(`${homedir()}/.cache/no-oops`)
    expect(cacheFolder({}, 0)).toBe('/var/cache/no-oops')
  })
})

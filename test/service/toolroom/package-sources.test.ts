import { describe, expect, it } from 'vitest'
import { findPackageSources, toMirrors } from '#service/toolroom/package-sources.ts'

const targets = [
  'bookworm main http://mirror.example/debian/',
  'bookworm contrib http://mirror.example/debian/',
  'bookworm-updates main http://mirror.example/debian/',
  'bookworm-security main http://mirror.example/debian-security/',
  'nodistro main https://other.example/node/',
]

describe('The sources of packages', () => {
  it('are where this Debian has its own from', () => {
    expect(toMirrors(targets, 'bookworm', 'trixie')).toEqual([
      'deb http://mirror.example/debian/ trixie main',
      'deb http://mirror.example/debian-security/ trixie-security main',
    ])
  })

  it('are left to mmdebstrap if apt knows none', () => {
    expect(toMirrors(['nodistro main https://other.example/node/'], 'bookworm', 'trixie')).toEqual([])
  })

  it('are what the setting says', async () => {
    process.env.TOOLROOM_MIRROR = 'http://mirror.example/debian'
    const { mirrors } = await findPackageSources('trixie').finally(() => delete process.env.TOOLROOM_MIRROR)
    expect(mirrors).toEqual(['http://mirror.example/debian'])
  })
})

import { describe, expect, it } from 'vitest'
import { readSettings, SettingError } from '#service/settings.ts'

describe('settings', () => {
  it('have a value each when the environment says nothing', () => {
    expect(readSettings({})).toMatchObject({ HOST: '127.0.0.1', RATE_LIMIT: 6000, CORS_ORIGIN: '' })
  })

  it('are read as numbers', () => {
    expect(readSettings({ PORT: '8080', RATE_LIMIT: '0' })).toMatchObject({ PORT: 8080, RATE_LIMIT: 0 })
  })

  it('count as not given when empty', () => {
    expect(readSettings({ QUEUE_LIMIT: '' }).QUEUE_LIMIT).toBe(200)
  })

  it.each([
    ['PORT', 'http', 'a whole number from 0 to 65535'],
    ['PORT', '99999', 'at most 65535'],
    [
      'PROXY_ADDRESSES',
      '10.0.0.0/8,proxy.example',
      'addresses or networks with commas, such as 10.0.0.0/8,192.0.2.7',
    ],
    ['RATE_LIMIT', '1.5', 'a whole number from 0 to 10000000'],
    ['CACHE_MEGABYTES', '-1', 'at least 1'],
  ])('that cannot be used are named: %s=%s', (name, value, wanted) => {
    expect(() => readSettings({ [name]: value })).toThrow(
      new SettingError(`The setting ${name} is «${value}», but should be: ${wanted}.`),
    )
  })
})

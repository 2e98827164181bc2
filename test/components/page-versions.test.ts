import { expect, it } from 'vitest'
import { isThere, versionsOf } from '#components/page-versions.ts'

const pathsOf = (pathname: string) => versionsOf(pathname).map(({ locale, path }) => [locale, path])

it.each(['/settings/', '/de/settings/'])('%s is there in English and German', (pathname) => {
  expect(pathsOf(pathname)).toEqual([
    ['en', '/settings/'],
    ['de', '/de/settings/'],
  ])
})

it.each(['/', '/de/'])('so is the home page, %s', (pathname) => {
  expect(pathsOf(pathname)).toEqual([
    ['en', '/'],
    ['de', '/de/'],
  ])
})

it('what is not translated is there in English alone', () => {
  expect(pathsOf('/errors/E0505/')).toEqual([['en', '/errors/E0505/']])
  expect(isThere('/cves/', 'de')).toBe(false)
})

it('what stands for all missing pages has no other version', () => {
  expect(pathsOf('/de/404/')).toEqual([])
})

it('a lesson is there in German as soon as its text is', () => {
  expect(isThere('/orientation/why-a-second-language/', 'de')).toBe(true)
  expect(isThere('/ownership/borrow-deadline/', 'de')).toBe(false)
})

import { expect, it } from 'vitest'
import { readBasePath } from '#scripts/site-build/base-path.ts'

it.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['course', '/course/'],
  ['/course', '/course/'],
  ['/courses/rust/', '/courses/rust/'],
])('BASE_PATH=%s builds the site for %s', (BASE_PATH, path) => {
  expect(readBasePath({ BASE_PATH })).toBe(path)
})

it.each(['https://example.org/course/', '/a b/', '/course/?x', '/"/'])(
  'BASE_PATH=%s is refused, and it says what to write',
  (BASE_PATH) => {
    expect(() => readBasePath({ BASE_PATH })).toThrow('Write a path such as /course/')
  },
)

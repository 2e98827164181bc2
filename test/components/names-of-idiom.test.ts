import { expect, it } from 'vitest'
import { namesOfIdiom } from '#components/words/names-of-idiom.ts'

it.each([
  ['kref_get(&p->kref), kref_put(…)', ['kref_get', 'kref_put']],
  ['err = c_function(); if (err < 0)', ['c_function']],
  ['static_assert(sizeof(s) == 8)', ['static_assert']],
  ['BIT(3)', ['BIT']],
  ['return -EINVAL;', []],
])('of «%s» readers may point at its functions and macros', (says, names) => {
  expect(namesOfIdiom(says)).toEqual(names)
})

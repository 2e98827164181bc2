import { describe, expect, it } from 'vitest'
import { toCpio } from '#service/boot/cpio.ts'

describe('an archive for a kernel', () => {
  it('has a whole number of words, so that another one can follow', () => {
    for (const path of ['a', 'ab', 'abc', 'abcd']) {
      expect(toCpio([{ kind: 'file', path, content: path }]).length % 4).toBe(0)
    }
  })
})

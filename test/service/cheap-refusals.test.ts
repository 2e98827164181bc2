import { describe, expect, it } from 'vitest'
import { parseRustcJson } from '#compiler-output/rustc-json/parse-rustc-json.ts'
import { toRustcJob } from '#service/rustc-job.ts'
import { validateRequest } from '#service/validate-request.ts'
import { readRecorded } from '../compiler-output/rustc-json/programs.ts'
import { requestFor } from './test-service.ts'

/** While one request is looked at all others wait; what took the square of its size took seconds. */
const milliseconds = 500

describe('one request does not keep the others waiting', () => {
  it.each([' ', '\n', '\r', '\t', '\u2028', 'mod\n', 'pub mod '])('with 64 KiB of %j', (text) => {
    const source = text.repeat(65_536 / text.length)
    expect(time(() => toRustcJob(requestFor(source)))).toBeLessThan(milliseconds)
  })

  it('with as many files as its body can hold', () => {
    const files = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`a${n}`, '']))
    const validate = (): void => validateRequest({ success: true, data: requestFor(files) })
    expect(time(() => expect(validate).toThrow())).toBeLessThan(milliseconds)
  })

  it('with a thousand messages about a file of sixty thousand lines', () => {
    const message = readRecorded('two-writers').split('\n')[0]!
    const stderr = Array.from({ length: 1000 }, () => message).join('\n')
    const files = { 'main.rs': '\n'.repeat(60_000) }
    expect(time(() => parseRustcJson(stderr, files))).toBeLessThan(milliseconds)
  })
})

function time(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

import { expect, it } from 'vitest'
import { headersFor, readHeaders, readRevisions } from '#scripts/ui-tests/read-headers.ts'
import { skipReason } from '#scripts/ui-tests/skip-reason.ts'

it('headers are read up to the first function', () => {
  expect(readHeaders('//@ edition: 2021\n//@ check-pass\nfn main() {}\n//@ run-pass')).toEqual([
    { name: 'edition', value: '2021' },
    { name: 'check-pass', value: '' },
  ])
})

it('a header can be for one revision', () => {
  const headers = readHeaders('//@ revisions: a b\n//@[b] compile-flags: --cfg=x')
  expect(readRevisions(headers)).toEqual(['a', 'b'])
  expect(headersFor(headers, 'a')).toHaveLength(1)
  expect(headersFor(headers, 'b')).toHaveLength(2)
})

it('headers in the old style are taken if they have a known name', () => {
  expect(readHeaders('// edition:2018\n// see: the book\n// normalize-stderr-test: "a" -> "b"')).toEqual([
    { name: 'edition', value: '2018' },
    { name: 'normalize-stderr', value: '"a" -> "b"' },
  ])
})

it.each([
  ['//@ aux-build: other.rs', 'needs another crate'],
  ['//@ only-windows', 'is for another target'],
  ['//@ ignore-wasm32 no threads', 'is not for this target'],
  ['//@ needs-asm-support', 'needs what this target has not'],
  ['//@ compile-flags: --error-format=short', 'asks for another format'],
  ['//@ failure-status: 101', 'is about a compiler that breaks'],
])('a test with %s is skipped because it %s', (line, reason) => {
  expect(skipReason(readHeaders(line))).toBe(reason)
})

it.each([
  '//@ ignore-windows',
  '//@ only-wasm32',
  '//@ needs-threads',
  '//@ run-rustfix',
  '//@ edition: 2021',
])('a test with %s is not skipped', (line) => {
  expect(skipReason(readHeaders(line))).toBeUndefined()
})

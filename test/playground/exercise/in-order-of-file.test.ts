import { expect, it } from 'vitest'
import { inOrderOfFile } from '#playground/exercise/in-order-of-file.ts'

const tests = `use super::*;

#[test]
fn number_is_read() {}

#[test]
fn block_is_split() {}
`

it('tests are told in the order of their file, so that those of the first step come first', () => {
  const results = ['block_is_split', 'number_is_read'].map((name) => ({ name, passed: false, output: '' }))
  expect(inOrderOfFile(results, tests).map(({ name }) => name)).toEqual(['number_is_read', 'block_is_split'])
})

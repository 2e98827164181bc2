import { expect, it } from 'vitest'
import { describeBadName } from '#playground/project/file-names.ts'

const others = ['driver.c', 'ring/mod.rs']

it.each(['ring.h', 'a/b/c.rs', 'x', 'UPPER-case_1.txt'])('«%s» is a name for a file', (name) => {
  expect(describeBadName(name, others)).toBeUndefined()
})

it.each([
  ['', 'needs a name'],
  ['größe.rs', 'letters without accents'],
  ['../x.rs', 'letters without accents'],
  ['.hidden', 'letters without accents'],
  ['x'.repeat(101), 'at most 100 characters; this one has 101'],
  ['driver.c', 'There is a driver.c already'],
  ['ring', 'can’t be a file and a folder'],
  ['driver.c/x.h', 'can’t be a file and a folder'],
  ['boot.sh', 'has a boot.sh of its own'],
  ['stdin', 'has a stdin of its own'],
  ['course/x.h', 'keeps files of its own'],
])('«%s» is refused: %s', (name, says) => {
  expect(describeBadName(name, others)).toContain(says)
})

it('A program with as many files as the service takes gets no more', () => {
  const many = Array.from({ length: 32 }, (_, n) => `a${n}.rs`)
  expect(describeBadName('b.rs', many)).toContain('at most 32 files')
})

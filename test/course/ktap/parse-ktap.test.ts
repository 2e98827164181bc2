import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseKtap } from '#course/ktap/parse-ktap.ts'

describe('tests of which a console tells', () => {
  it('are those of a module, with what one that failed has said, and where', () => {
    expect(parseKtap(read('kunit'))).toEqual([
      { suite: 'logbook', name: 'a_new_book_is_empty', result: 'ok', messages: [] },
      {
        suite: 'logbook',
        name: 'a_full_book_drops_its_oldest_line',
        result: 'failed',
        messages: [
          '# a_full_book_drops_its_oldest_line: ASSERTION FAILED at kunit.rs:12',
          'Expected book.len() == 2 to be true, but is false',
        ],
        place: { file: 'kunit.rs', line: 12 },
      },
      { suite: 'logbook', name: 'not_on_this_kernel', result: 'skipped', messages: [] },
    ])
  })

  it('are those of a Rust module in Linux 7.3', () => {
    const tests = parseKtap(read('module'))
    expect(tests.map(({ name, result, place }) => [name, result, place?.line])).toEqual([
      ['a_new_book_is_empty', 'ok', undefined],
      ['a_full_book_drops_its_oldest_line', 'failed', 27],
      ['a_long_line_is_cut_to_the_width', 'failed', 7],
      ['a_book_without_room_is_refused', 'ok', undefined],
    ])
    expect(tests[1]!.messages).toEqual([
      '# a_full_book_drops_its_oldest_line: ASSERTION FAILED at kunit.rs:27',
      'Expected book.dropped == 2 to be true, but is false',
    ])
  })

  it('are those of a program, which end with its command, whatever the kernel says between them', () => {
    expect(parseKtap(read('program')).map(({ name, result, messages }) => [name, result, messages])).toEqual([
      ['opens twice', 'ok', []],
      ['reads back what was written', 'failed', ['# read: Bad file descriptor']],
      ['test 3', 'ok', []],
      ['every planned test comes to its end', 'failed', ['4 tests were planned, 3 came to an end']],
    ])
  })

  it('are those of each suite, at any depth, and one more for a suite that breaks off', () => {
    expect(parseKtap(read('suites')).map(({ suite, name, result }) => [suite, name, result])).toEqual([
      ['first', 'one', 'ok'],
      ['with parameters', 'small', 'ok'],
      ['with parameters', 'large', 'ok'],
      ['', 'every planned test comes to its end', 'failed'],
      ['second', 'every planned test comes to its end', 'failed'],
    ])
  })

  it('are none where nobody says that tests come', () => {
    expect(parseKtap('# insmod driver.ko\nok 1 no test\n[    0.1] ok 2 neither\nnot ok\n1..3\n')).toEqual([])
  })
})

describe('whatever a console shows', () => {
  const words = fc.constantFrom(
    ...[
      'KTAP version 1',
      'TAP version 13',
      '1..3',
      '# Subtest: a',
      'ok 1 a',
      'not ok 2 - b # SKIP',
      '# rmmod',
      '',
    ],
    ...['    ', '[    0.100000] ', '# a: ASSERTION FAILED at a.rs:3', '# Totals: pass:1'],
  )
  const line = fc.array(fc.oneof(words, fc.string()), { maxLength: 3 }).map((parts) => parts.join(''))

  it('no more tests come of it than it has results and plans', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const most = lines.filter((text) => /ok|1\.\./.test(text)).length
        expect(parseKtap(lines.join('\n')).length).toBeLessThanOrEqual(most)
      }),
    )
  })

  it.each([
    '    ',
    'KTAP version 1\n',
    '# Subtest: a\n',
    'ok 1 ',
    'not ',
    '[ 0.1',
    '1..9',
    '# a: b',
    'ok 1 a # ',
    'x\n',
  ])('much of %j takes no longer than it is long', (text) => {
    const console = `KTAP version 1\n${text.repeat(500_000 / text.length)}`
    const started = performance.now()
    parseKtap(console)
    expect(performance.now() - started).toBeLessThan(1500)
  })
})

function read(name: string): string {
  return readFileSync(new URL(`consoles/${name}.txt`, import.meta.url), 'utf8')
}

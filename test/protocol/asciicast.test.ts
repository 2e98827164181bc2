import { expect, it } from 'vitest'
import { parseCast, toCastFile } from '#protocol/asciicast.ts'

const head = '{"version":2,"width":80,"height":24}'

it('reads what it writes', () => {
  const cast = {
    rows: 24,
    columns: 80,
    title: 'Linux',
    pieces: [
      [0, '~ # '],
      [1.5, 'ls\r\n\u001b[1m'],
    ] as const,
  }
  expect(parseCast(toCastFile({ ...cast, pieces: [...cast.pieces] }))).toEqual(cast)
})

it('reads what other recorders write: other events, times out of order, keys of their own', () => {
  const file = `{"version":2,"width":9999,"height":24,"env":{"TERM":"x"},"title":7}\n[2,"o","b"]\n[1,"i","x"]\n[0.5,"o","a"]\n[3,"m",1]\n\n`
  expect(parseCast(file)).toEqual({
    rows: 24,
    columns: 500,
    title: '',
    pieces: [
      [0.5, 'a'],
      [2, 'b'],
    ],
  })
})

it.each([
  ['nothing', '', 'no recording'],
  ['a picture', '\u0089PNG', 'no recording'],
  ['version 3', '{"version":3,"term":{}}', 'no recording'],
  ['a line of text', `${head}\nhello`, 'line 2'],
  ['an event without its text', `${head}\n[1,"o"]`, 'line 2'],
  ['a time that never comes', `${head}\n[0,"o","a"]\n[1e300,"o","b"]`, 'line 3'],
  ['a time before the beginning', `${head}\n[-1,"o","a"]`, 'line 2'],
  ['more than anybody watches', `${head}\n${'x'.repeat(5_000_001)}`, 'too large'],
])('says what is wrong with %s', (_, file, words) => {
  expect(parseCast(file)).toEqual(expect.stringContaining(words))
})

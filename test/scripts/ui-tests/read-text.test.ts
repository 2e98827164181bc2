import { expect, it } from 'vitest'
import { readText } from '#scripts/ui-tests/read-text.ts'

it('a message is read with its code, place, labels, notes and the children that have places', () => {
  const text = `error[E0382]: use of moved value: \`pair\`
  --> main.rs:12:10
   |
7  |     let pair = pair();
   |         ---- move occurs here
...
12 |     drop(pair);
   |          ^^^^ used here
   |
   = note: first line
           second line
note: called here
  --> other.rs:3:1
   |
3  | call();
   | ^^^^^^ by this
help: consider cloning
   |
7  |     let pair = pair().clone();
   |                      ++++++++

`
  expect(readText(text)).toEqual({
    severity: 'error',
    code: 'E0382',
    message: 'use of moved value: `pair`',
    place: 'main.rs:12:10',
    labels: [
      { file: 'main.rs', line: 7, text: 'move occurs here' },
      { file: 'main.rs', line: 12, text: 'used here' },
    ],
    marked: ['main.rs:7', 'main.rs:12'],
    children: [
      {
        severity: 'note',
        message: 'first line\nsecond line',
        labels: [],
        marked: [],
        children: [],
        isNote: true,
      },
      {
        severity: 'note',
        message: 'called here',
        place: 'other.rs:3:1',
        labels: [{ file: 'other.rs', line: 3, text: 'by this' }],
        marked: ['other.rs:3'],
        children: [],
      },
      {
        severity: 'help',
        message: 'consider cloning',
        labels: [],
        marked: [],
        children: [],
        isChange: true,
      },
    ],
  })
})

it('a message of several lines is told in one', () => {
  const { message, place } = readText(`error: one
       two
 --> main.rs:1:1
  |
1 | fn main() {
  | ^^^^^^^^^
`)
  expect({ message, place }).toEqual({ message: 'one\ntwo', place: 'main.rs:1:1' })
})

it('a label of several lines goes on without a margin', () => {
  const { labels } = readText(`error: mismatched types
 --> main.rs:1:1
  |
1 | a();
  | ^ expected \`[(); {
    1
}]\`, found \`()\`
`)
  expect(labels).toEqual([{ file: 'main.rs', line: 1, text: 'expected `[(); {\n    1\n}]`, found `()`' }])
})

it('labels of another file are told there', () => {
  const { labels } = readText(`error: moved
 --> main.rs:1:1
  |
1 | a();
  | ^ here
  |
 ::: /usr/src/rustc-1.85.1/library/core/src/clone.rs:2:3
  |
2 |   b();
  |   - there
`)
  expect(labels.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'main.rs:1',
    'library/core/src/clone.rs:2',
  ])
})

it('a message without a place has notes', () => {
  const { place, children } = readText(`error: lifetimes
  |
  = help: one
  = help: two
`)
  expect(place).toBeUndefined()
  expect(children.map(({ message }) => message)).toEqual(['one', 'two'])
})

import { expect, it } from 'vitest'
import { foldLines, foldSource } from '#components/kinds/pair/fold-lines.ts'

const c = `// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>

static char *buf;

/* Frees it. */
static void first(void)
{
\tint err;

\tkfree(buf);
}

static int other(void)
{
\treturn 0;
}

static void last(void)
{
\tkfree(buf);
}
`

it('keeps whole functions with the comment above, and folds the rest', () => {
  expect(foldLines(c, [12, 22])).toEqual([
    { from: 1, to: 6 },
    { from: 14, to: 19 },
  ])
})

it('keeps short gaps: a fold would save nothing', () => {
  expect(foldLines('a\n\nb\n\nc\n\nd\n\ne\n', [1, 9])).toEqual([{ from: 2, to: 8 }])
  expect(foldLines('a\n\nb\n\nc\n', [1, 5])).toEqual([])
})

it('keeps of an impl its head, its end and the methods that matter', () => {
  const rust = `struct A;

impl A {
    /// One.
    fn one(&self) {
        let a = 1;

        drop(a);
    }

    fn two(&self) {
        2
    }

    fn three(&self) {}
}

fn main() {
    A.one();
    A.two();
}
`
  expect(foldLines(rust, [12])).toEqual([
    { from: 4, to: 10 },
    { from: 17, to: 21 },
  ])
})

it('folds nothing where nothing is pointed out', () => {
  expect(foldLines(c, [])).toEqual([])
})

it('folds what the author folds as well, and says what it is, but nothing that carries a duty', () => {
  const folds = [
    { title: 'includes', from: 2, to: 3 },
    { title: 'the buffer', from: 5, to: 5 },
    { title: 'the end', from: 20, to: 23 },
  ]
  const source = { text: c, duties: [{ name: 'free', lines: [12, 22] }], folds, mistakes: [] }
  expect(foldSource(source)).toEqual([
    { from: 1, to: 6, title: 'includes, the buffer' },
    { from: 14, to: 19 },
  ])
  expect(foldSource({ ...source, duties: [] })).toEqual([
    { from: 2, to: 3, title: 'includes' },
    { from: 5, to: 5, title: 'the buffer' },
    { from: 20, to: 23, title: 'the end' },
  ])
})

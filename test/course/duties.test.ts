import { describe, expect, it } from 'vitest'
import { readMarkers } from '#course/duties.ts'

describe('markers of duties', () => {
  it('are taken from the ends of lines, with the space before them', () => {
    const { text } = readMarkers('let a = take();  //@ owner\ndrop(a); // frees\n')
    expect(text).toBe('let a = take();\ndrop(a); // frees\n')
  })

  it('tell which lines carry which duty, from 1', () => {
    const { duties } = readMarkers('kfree(p);\t//@ end\n\nkfree(q); //@ end, owner\n')
    expect(duties).toEqual([
      { name: 'end', lines: [1, 3] },
      { name: 'owner', lines: [3] },
    ])
  })

  it('keep the number of lines, so that rustc’s lines are the reader’s', () => {
    const source = '//@ only\nfn main() {} //@ main\n'
    expect(readMarkers(source).text.split('\n')).toHaveLength(3)
  })

  it('are nothing inside a line or in another comment', () => {
    const source = 'let s = "//@ not this one";\n// @ nor this\n'
    expect(readMarkers(source)).toEqual({ text: source, duties: [], folds: [], mistakes: [] })
  })
})

describe('markers of folds', () => {
  it('hold lines together under a title, beside the markers of duties', () => {
    const source =
      '#include <a.h> //@ fold includes\n#include <b.h> //@ fold\nkfree(p); //@ end //@ fold the rest\n} //@ fold'
    expect(readMarkers(source)).toEqual({
      text: '#include <a.h>\n#include <b.h>\nkfree(p);\n}',
      duties: [{ name: 'end', lines: [3] }],
      folds: [
        { title: 'includes', from: 1, to: 2 },
        { title: 'the rest', from: 3, to: 4 },
      ],
      mistakes: [],
    })
  })

  it.each([
    ['a; //@ fold one', 'The fold from line 1 does not end.'],
    ['a;\nb; //@ fold', 'Line 2 ends a fold that did not begin.'],
    ['a; //@ fold one\nb; //@ fold two\nc; //@ fold', 'Line 2 begins a fold inside of another.'],
  ])('that do not match are told: %s', (source, mistake) => {
    expect(readMarkers(source).mistakes.join(' ')).toContain(mistake)
  })
})

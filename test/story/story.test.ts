import { describe, expect, it } from 'vitest'
import type { Diagnostic, Span } from '#protocol/diagnostic.ts'
import { inOrder, toLabels } from '#story/labels.ts'
import { toRails } from '#story/rails.ts'
import { describeStep, describeStory } from '#story/describe-story.ts'
import { toStories, toStory } from '#story/to-story.ts'

const span = (line: number, column: number, rest: Partial<Span> = {}): Span => ({
  file: 'main.rs',
  start: { line, column },
  end: { line, column: column + 3 },
  primary: false,
  ...rest,
})

/** What rustc says of a move out of what is borrowed. */
const moved: Diagnostic = {
  severity: 'error',
  code: 'E0505',
  message: 'cannot move out of `buf` because it is borrowed',
  spans: [
    span(4, 10, { primary: true, label: 'move out of `buf` occurs here' }),
    span(3, 18, { label: 'borrow of `buf` occurs here' }),
    span(2, 9, { label: 'binding `buf` declared here' }),
    span(5, 15, { label: 'borrow later used here' }),
  ],
  children: [],
  fixes: [],
}
const about = { file: 'main.rs', source: 'rustc' } as const
const storyOf = (diagnostic: Diagnostic) => toStory(diagnostic, about)
const railsOf = (...diagnostics: Diagnostic[]) => toRails(toStories({ ...about, diagnostics }))

describe('the steps of a story', () => {
  it('come in the order of events, each with its role', () => {
    expect(storyOf(moved).steps.map(({ role, span }) => [role, span!.start.line])).toEqual([
      ['owner', 2],
      ['borrowed', 3],
      ['refused', 4],
      ['used', 5],
    ])
  })

  it('say what they have to do with each other', () => {
    expect(storyOf(moved).links).toEqual([
      { from: 2, to: 1, kind: 'conflicts' },
      { from: 3, to: 1, kind: 'keeps' },
    ])
  })

  it('put a loan that is needed in the next round after what is refused', () => {
    const spans = [
      span(5, 9, { primary: true, label: 'mutable borrow occurs here' }),
      span(3, 16, { label: 'immutable borrow occurs here' }),
      span(3, 16, { label: 'immutable borrow later used here' }),
    ]
    const { steps } = storyOf({ ...moved, code: 'E0502', spans })
    expect(steps.map(({ role }) => role)).toEqual(['borrowed', 'refused', 'used'])
  })

  it('are refused where the owner goes, if the message stands at the loan', () => {
    const spans = [
      span(5, 17, { primary: true, label: 'borrowed value does not live long enough' }),
      span(6, 5, { label: '`event` dropped here while still borrowed' }),
    ]
    const { steps } = storyOf({ ...moved, code: 'E0597', spans })
    expect(steps.map(({ role, isRefused }) => [role, isRefused])).toEqual([
      ['borrowed', false],
      ['dropped', true],
    ])
  })

  it('in libraries and other files are listed, and have no label', () => {
    const elsewhere = [
      span(9, 1, { label: 'in std', external: true }),
      span(9, 1, { label: 'there', file: 'tests.rs' }),
    ]
    const story = storyOf({ ...moved, spans: [...moved.spans, ...elsewhere] })
    expect(story.steps.filter(({ isHere }) => !isHere)).toHaveLength(2)
    expect(toLabels([story]).some(({ at }) => at.line === 9)).toBe(false)
  })

  it('put a chain of bounds in order from the type to what asks for it, with links that have no place', () => {
    const children: Diagnostic['children'] = [
      { severity: 'help', message: 'the trait `Send` is not implemented for `Rc<u32>`', spans: [] },
      { severity: 'note', message: 'required by a bound in `spawn`', spans: [span(9, 1, { primary: true })] },
      { severity: 'note', message: 'required because it appears within the type `Driver`', spans: [] },
    ]
    const { steps, notes } = storyOf({ ...moved, code: 'E0277', spans: [moved.spans[0]!], children })
    expect(steps.slice(1).map(({ words }) => words)).toEqual([
      'the trait `Send` is not implemented for `Rc<u32>`',
      'required because it appears within the type `Driver`',
      'required by a bound in `spawn`',
    ])
    expect(notes).toEqual([])
  })

  it('of a crash come in the order of time', () => {
    const spans = [
      span(31, 2, { primary: true, label: 'used here after free: reads 8 bytes' }),
      span(49, 2, { label: 'allocated here, 64 bytes' }),
      span(28, 2, { label: 'freed here' }),
    ]
    const story = toStory({ ...moved, code: 'kasan', spans }, { file: 'main.rs', source: 'kernel' })
    expect(story.steps.map(({ role }) => role)).toEqual(['allocated', 'freed', 'refused'])
  })

  it('with unknown words come in the order of the text', () => {
    const spans = [
      span(7, 1, { primary: true, label: 'strange' }),
      span(9, 1, { label: 'stranger' }),
      span(2, 1, { label: 'odd' }),
    ]
    const { steps } = storyOf({ ...moved, code: 'E9999', spans })
    expect(steps.map(({ words }) => words)).toEqual(['odd', 'strange', 'stranger'])
  })

  it('are sentences', () => {
    const story = storyOf(moved)
    expect(describeStory(story)).toBe('E0505, line 4: cannot move out of `buf` because it is borrowed.')
    expect(describeStep(story, story.steps[1]!)).toBe('Loan begins: borrow of `buf` occurs here.')
  })
})

describe('labels', () => {
  const textsOn = (line: number, diagnostic: Diagnostic) =>
    inOrder(toLabels([storyOf(diagnostic)]).filter(({ at }) => at.line === line)).map(({ text }) => text)

  it('are the message and its own label on the line that it is about', () => {
    expect(textsOn(4, moved)).toEqual([moved.message, 'move out of `buf` occurs here'])
  })

  it('stand each at the end of its own line', () => {
    expect([2, 3, 5].flatMap((line) => textsOn(line, moved))).toEqual([
      'binding `buf` declared here',
      'borrow of `buf` occurs here',
      'borrow later used here',
    ])
  })

  it('that only repeat the message are left out', () => {
    const spans = [span(3, 5, { primary: true, label: 'cannot assign twice' })]
    expect(textsOn(3, { ...moved, message: 'cannot assign twice to `x`', spans })).toEqual([
      'cannot assign twice to `x`',
    ])
  })

  it('of a note with a place stand at its place', () => {
    const children = [
      {
        severity: 'note' as const,
        message: 'required by this bound',
        spans: [span(1, 4, { primary: true })],
      },
    ]
    expect(textsOn(1, { ...moved, children })).toEqual(['required by this bound'])
  })
})

describe('rails', () => {
  it('go from the loan past the conflict to the last use, and break where the owner goes', () => {
    const [rail] = railsOf(moved)
    expect(rail).toMatchObject({
      kind: 'loan',
      track: { from: 3, to: 5 },
      broken: { from: 4, to: 5 },
      lane: 0,
    })
    expect(rail!.stops.map(({ line, mark, number }) => [line, mark, number])).toEqual([
      [2, 'aside', 1],
      [3, 'begin', 2],
      [4, 'refused', 3],
      [5, 'use', 4],
    ])
  })

  it('of one step have one stop without a number', () => {
    expect(railsOf({ ...moved, spans: [moved.spans[0]!] })[0]!.stops).toEqual([
      { line: 4, step: 0, mark: 'refused' },
    ])
  })

  it('lie side by side, the short one next to the code', () => {
    const inner = {
      ...moved,
      spans: [span(4, 1, { primary: true }), span(3, 1, { label: 'is borrowed here' })],
    }
    expect(railsOf(moved, inner).map(({ lane }) => lane)).toEqual([1, 0])
  })

  it('for which there is no room are left out, but not the one that is lit', () => {
    const many = ['a', 'b', 'c', 'd'].map((message) => ({ ...moved, message }))
    expect(railsOf(...many).map(({ story }) => story)).toEqual([0, 1, 2])
    const stories = toStories({ ...about, diagnostics: many })
    expect(toRails(stories, { lit: 3 }).map(({ story }) => story)).toContain(3)
  })
})

import { describe, expect, it } from 'vitest'
import { Bug } from '#course/error-text.ts'
import { bugs } from '#course/bugs.ts'
import { CourseError } from '#course/course-error.ts'
import { lessonsOfCode } from '#course/lessons-of-code.ts'
import { readCourse } from '#course/read-course.ts'
import { readErrorCodes } from '#course/read-errors.ts'
import { errorFiles, errorText } from './error-files.ts'
import { folder, head } from './lesson-files.ts'

describe('the error codes of a course', () => {
  it('are all that rustc has, with our text where there is one', () => {
    const [plain, ours] = readErrorCodes(errorFiles())
    expect(plain).toEqual({ code: 'E0382', rustc: 'Used after it was moved.' })
    expect(ours).toMatchObject({
      code: 'E0505',
      ours: { meta: { title: 'A value is moved while it is borrowed', bug: 'use-after-free' } },
    })
  })

  it('have a text in four parts, and as a whole without its head', () => {
    const { parts, markdown } = readErrorCodes(errorFiles())[1]!.ours!
    expect(parts.opening).toMatch(/^The owner goes/)
    expect(parts.inC).toMatch(/^It compiles[^]*```rust fails=E0505/)
    expect(parts.inC).toContain('return *first;\n}\n```')
    expect(parts.leftOut).toMatch(/^Where it is used last/)
    expect(parts.fixes).toMatch(/^```rust kernel/)
    expect(markdown).toMatch(/^The owner goes[^]*## In C/)
  })

  it('are none before they were recorded', () => {
    expect(
      readErrorCodes(errorFiles({ 'errors/rustc.json': undefined, 'errors/E0505.md': undefined })),
    ).toEqual([])
  })
})

describe('an author’s mistake in a text on an error code is told with the file and the next step', () => {
  const cases: [what: string, text: string, says: RegExp][] = [
    ['there is no head', 'Text.\n', /errors\/E0505\.md has no frontmatter/],
    [
      'the title is too long',
      errorText.replace('A value', 'A'.repeat(90)),
      /errors\/E0505\.md[^]*title: .*90/,
    ],
    ['the bug is none that is known', errorText.replace('use-after-free', 'oops'), /bug: .*use-after-free/],
    ['a key is unknown', errorText.replace('bug:', 'lesson: 3.2\nbug:'), /lesson/],
    [
      'a heading is another',
      errorText.replace('## Fixes', '## Repairs'),
      /has the headings «In C», «What rustc leaves out», «Repairs»\. Every such text has just «## In C»/,
    ],
    ['there are no headings', errorText.replaceAll('## ', ''), /has the headings of no section/],
    [
      'nothing stands before the first heading',
      errorText.replace(/(The owner goes, and the pointer stays\. )+/, ''),
      /begins with a heading\. Say in a paragraph before it/,
    ],
  ]
  it.each(cases)('%s', (_, text, says) => {
    const read = () => readErrorCodes(errorFiles({ 'errors/E0505.md': text }))
    expect(read).toThrow(CourseError)
    expect(read).toThrow(says)
  })

  it('the code is none of rustc’s', () => {
    expect(() => readErrorCodes(errorFiles({ 'errors/E0999.md': errorText }))).toThrow(
      /errors\/E0999\.md explains a code that rustc does not have\. Name the file after/,
    )
  })
})

describe('the lessons of a code', () => {
  const other = Object.entries(errorFiles())
    .filter(([path]) => path.startsWith(folder))
    .map(([path, text]) => [path.replace('02-borrow-deadline', '01-move'), text])
  const files = errorFiles({
    ...Object.fromEntries(other),
    '03-ownership/01-move/lesson.mdx': head.replace('E0505', 'E0382'),
    '03-ownership/01-move/wrong/E0505-too-early.rs': 'fn main() {}\n',
  })
  const lessons = readCourse(files).flatMap(({ lessons }) => lessons)

  it('begin with those that are about it; then come those that know it as a wrong answer', () => {
    expect(lessonsOfCode(lessons, 'E0505').map(({ number }) => number)).toEqual(['3.2', '3.1'])
    expect(lessonsOfCode(lessons, 'E0382').map(({ number }) => number)).toEqual(['3.1', '3.2'])
  })

  it('are none for a code that nobody meets', () => {
    expect(lessonsOfCode(lessons, 'E0001')).toEqual([])
  })
})

it('every bug has a name and a sign by which it is known', () => {
  expect(Object.keys(bugs)).toEqual(Bug.options)
})

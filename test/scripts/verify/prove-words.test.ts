import { expect, it } from 'vitest'
import { readCourse } from '#course/read-course.ts'
import { readGlossary } from '#course/words/read-words.ts'
import { proveWords } from '#scripts/verify/prove-words.ts'
import { readLessonText } from '#scripts/verify/read-lesson-text.ts'
import { changed, provenLesson } from './proven-lesson.ts'

const folder = '03-ownership/02-borrow-deadline'
const words = `exceptions: [EXCEPT]
words:
  - { word: question-mark, shown: '\`?\`', means: Returns the error., code: '[\\w)]\\?' }
  - { word: match, shown: match, means: Chooses., code: '\\bmatch\\b' }
`

function mistakesOf(
  start: string,
  {
    introduces = '',
    exceptions = '',
    earlier = '',
  }: { introduces?: string; exceptions?: string; earlier?: string } = {},
): string[] {
  const files: Record<string, string> = {
    ...provenLesson({
      'start/main.rs': `${start} //@ end\n`,
      'lesson.mdx': changed('rules:', `introduces: [${introduces}]\nrules:`),
    }),
    '02-rust/01-results/lesson.mdx': `---\nintroduces: [${earlier}]\n---\n`,
    'words.yaml': words.replace('EXCEPT', exceptions),
  }
  const lesson = readCourse(files)[0]!.lessons[0]!
  const text = readLessonText(files[`${folder}/lesson.mdx`]!)
  return proveWords(lesson, text, readGlossary(files)).flatMap(({ mistake }) => mistake ?? [])
}

it('what nobody has taught is refused, with its line and what to do', () => {
  const [mistake, ...others] = mistakesOf('fn main() {\n    f()?;\n}')
  expect(mistake).toMatch(
    /start\/main\.rs:2 uses `\?` \(question-mark\) before it is taught.*Add «question-mark» to «introduces»/,
  )
  expect(others).toEqual([])
})

it('what the lesson itself or an earlier one introduces may be used', () => {
  expect(mistakesOf('f()?;', { introduces: 'question-mark' })).toEqual([])
  expect(mistakesOf('f()?;', { earlier: 'question-mark' })).toEqual([])
})

it('comments and texts are no use', () => {
  expect(mistakesOf('// match x?\nprint("a? match");')).toEqual([])
})

it('an exception need not keep the rule, unless it says what it introduces', () => {
  expect(mistakesOf('f()?;', { exceptions: '03-ownership' })).toEqual([])
  expect(mistakesOf('f()?;', { exceptions: '03-ownership', introduces: 'match' })).toHaveLength(1)
})

it('a word that the glossary does not have is told', () => {
  expect(mistakesOf('', { introduces: 'matsch' })).toEqual([
    expect.stringMatching(/introduces «matsch», which lessons\/words\.yaml does not have/),
  ])
})

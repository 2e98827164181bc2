import { expect, it } from 'vitest'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import {
  toEditedProgram,
  toShownProgram,
  toSnippetLines,
  toTests,
  withoutUnused,
} from '#course/tasks/task-program.ts'

it('statements that are shown become a program, and what is said of it is moved to their lines', () => {
  const program = toShownProgram('let a: u8 = 300;\n')
  expect(program.text).toContain('fn main() {\nlet a: u8 = 300;\n}')
  const span = {
    file: 'main.rs',
    start: { line: 3, column: 13 },
    end: { line: 3, column: 16 },
    primary: true,
  }
  const diagnostic: Diagnostic = { severity: 'error', message: 'm', spans: [span], children: [], fixes: [] }
  expect(toSnippetLines([diagnostic], program)[0]!.spans[0]!.start).toEqual({ line: 1, column: 13 })
})

it('what is said of lines that are not shown is left out', () => {
  const span = { file: 'main.rs', start: { line: 1, column: 1 }, end: { line: 1, column: 2 }, primary: false }
  const diagnostic: Diagnostic = { severity: 'error', message: 'm', spans: [span], children: [], fixes: [] }
  expect(toSnippetLines([diagnostic], toShownProgram('f();'))[0]!.spans).toEqual([])
})

it('a program that has a main stays as it is', () => {
  const text = 'fn main() {\n    println!("hi");\n}\n'
  expect(toShownProgram(text)).toEqual({ text, before: 0 })
  expect(toEditedProgram(text).text).toBe(text)
})

it('a function that is edited gets a main below it, so that its lines stay', () => {
  const { text } = toEditedProgram('fn f() -> u8 {\n    1\n}\n')
  expect(text.startsWith('fn f() -> u8 {\n    1\n}\n')).toBe(true)
  expect(text).toContain('fn main() {}')
})

it('a comparison becomes an assertion that shows both sides, any other expression is asserted as it is', () => {
  const tests = toTests(['f(1) == 2', '!g()', 'a == b && c == d', 'h(x == y)'])
  expect(tests).toContain('assert_eq!(f(1), 2);')
  expect(tests).toContain('assert!(!g());')
  expect(tests).toContain('assert!(a == b && c == d);')
  expect(tests).toContain('assert!(h(x == y));')
})

it('of an edited program, readers are not told what is never used', () => {
  const warn = (code: string): Diagnostic => ({
    ...{ severity: 'warning', code, message: 'm', spans: [], children: [], fixes: [] },
  })
  expect(withoutUnused([warn('dead_code'), warn('unused_variables')])).toEqual([warn('unused_variables')])
})

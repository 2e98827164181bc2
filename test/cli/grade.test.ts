import { describe, expect, it } from 'vitest'
import { runnerOf, student } from './lesson-course.ts'

describe('no-oops grade', () => {
  const submission = { 'in/main.rs': 'fine\n', 'in/ring.rs': 'ring\n' }

  it('writes Exercism’s results', async () => {
    const { run, out } = student({ files: submission, runner: runnerOf(101) })
    expect(await run('grade in --lesson ownership/deadline --json')).toBe(1)
    expect(JSON.parse(out())).toEqual({
      ...{ version: 3, status: 'fail', message: null },
      tests: [
        { name: 'no unsafe', status: 'pass', message: null, output: null, test_code: 'no unsafe' },
        {
          ...{ name: 'frees_it', status: 'fail', message: 'it is still there', output: null },
          test_code: 'fn frees_it() {\n    assert!(freed());\n}',
        },
      ],
    })
  })

  it('writes «error» with what the compiler says of what it refuses', async () => {
    const { run, out } = student({ files: { ...submission, 'in/main.rs': 'refused' } })
    expect(await run('grade in --lesson 3.2 --json')).toBe(1)
    expect(JSON.parse(out())).toEqual({
      version: 3,
      status: 'error',
      message: 'error[E0505]: it is lent',
      tests: [],
    })
  })

  it('writes Gradescope’s results into a file', async () => {
    const { run, files } = student({ files: { ...submission } })
    expect(await run('grade in --lesson 3.2 --format gradescope -o out/results.json')).toBe(0)
    const { output, tests } = JSON.parse(files['out/results.json'] as string) as {
      output: string
      tests: object[]
    }
    expect(output).toBe('Solved.')
    expect(tests.at(-1)).toEqual({ name: 'frees_it', score: 1, max_score: 1, status: 'passed', output: '' })
  })

  it('writes nothing where there is no grade', async () => {
    const { run, out } = student({ files: submission, fetch: () => Promise.reject(new TypeError('gone')) })
    expect(await run('grade in --lesson 3.2 --json')).toBe(3)
    expect(out()).toBe('')
  })
})

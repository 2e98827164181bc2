import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Diagnostic, Fix } from '#protocol/diagnostic.ts'
import type { CompileClient } from '#playground/backends/compile/compile-client.ts'
import type { CodeEditor } from '#playground/program/code-editor.ts'
import { createEditedFile } from '#playground/program/edited-file.ts'
import { createProgramSession } from '#playground/program/program-session.ts'
import { applicableFixes, applyQuickFix } from '#playground/program/quick-fix.ts'
import { createRunSession } from '#playground/program/run-session.ts'
import { createView } from '#playground/program/view.ts'

const given = 'let a = b;\n'
const error: Diagnostic = { severity: 'error', message: 'no', spans: [], children: [], fixes: [] }

const ends: (() => void)[] = []
beforeEach(() => void vi.stubGlobal('window', new EventTarget()))
afterEach(() => {
  ends.splice(0).forEach((end) => end())
  vi.unstubAllGlobals()
})

/** A program whose compiler has refused the given text. */
async function openProgram() {
  const checked: string[] = []
  const compileClient: CompileClient = {
    async compile({ files }) {
      checked.push(files['main.rs']!)
      const compiled = { toolchain: 'rustc 1.85.1', cached: false, milliseconds: 1, diagnostics: [error] }
      return { kind: 'result', result: { outcome: 'rejected', ...compiled } }
    },
  }
  const view = createView('main.rs')
  const program = createProgramSession({
    edited: createEditedFile({ file: 'main.rs', given, saved: undefined, shown: view.shown }),
    ...{ view, others: {}, compileClient },
    aim: { target: 'userspace', language: 'rust' },
    run: createRunSession({
      runner: { run: async () => ({ kind: 'exited', code: 0 }) },
      build: async () => ({ kind: 'no result', failure: { kind: 'outdated' } }),
      traceClient: { trace: async () => [] },
    }),
  })
  ends.push(program.end)
  await vi.waitUntil(() => program.check.value.kind === 'answered')
  return { program, checked }
}

function toFix({ text, file = 'main.rs', ...fix }: Partial<Fix> & { text: string; file?: string }): Fix {
  const span = { file, start: { line: 1, column: 9 }, end: { line: 1, column: 10 }, primary: true }
  return { title: `use ${text}`, edits: [{ span, text }], applicability: 'MachineApplicable', ...fix }
}

describe('the fixes that can be made', () => {
  it('show the text before and after', async () => {
    const { program } = await openProgram()
    expect(applicableFixes(program, [toFix({ text: 'c' })])).toMatchObject([
      { title: 'use c', before: given, after: 'let a = c;\n' },
    ])
  })

  it('are told apart by their place where the compiler says the same of two lines', async () => {
    const { program } = await openProgram()
    const [first] = toFix({ text: 'c' }).edits
    const second = { ...first!, span: { ...first!.span, start: { line: 1, column: 5 } } }
    const fixes = applicableFixes(program, [toFix({ text: 'c' }), toFix({ text: 'c', edits: [second] })])
    expect(new Set(fixes.map(({ id }) => id)).size).toBe(2)
  })

  it('are without those that leave a hole to fill, and those in another file', async () => {
    const { program } = await openProgram()
    const holes = toFix({ text: '/* value */', applicability: 'HasPlaceholders' })
    const elsewhere = toFix({ text: 'c', file: 'tests.rs' })
    const possible = toFix({ text: 'd' })
    const titles = applicableFixes(program, [holes, elsewhere, possible]).map(({ title }) => title)
    expect(titles).toEqual(['use d'])
  })

  it.each(['MaybeIncorrect', 'Unspecified'] as const)(
    'are to be looked at first where the compiler is not sure: %s',
    async (applicability) => {
      const { program } = await openProgram()
      const [fix] = applicableFixes(program, [toFix({ text: 'c', applicability })])
      expect(fix!.because).toBe('The compiler is not sure that this is what you mean.')
    },
  )

  it('are to be looked at first where they compile and teach wrongly, however sure the compiler is', async () => {
    const { program } = await openProgram()
    const [sure] = applicableFixes(program, [toFix({ text: 'b.clone()' })])
    expect(sure!.because).toMatch(/^This compiles, and makes a second object/)
    const unsure = toFix({ text: 'b.clone()', applicability: 'MaybeIncorrect' })
    expect(applicableFixes(program, [unsure])[0]!.because).toBe(sure!.because)
  })

  it('are those of the text that the compiler spoke of, not of one edited since', async () => {
    const { program } = await openProgram()
    program.text.value = `// new\n${given}`
    expect(applicableFixes(program, [toFix({ text: 'c' })])[0]).toMatchObject({
      before: given,
      after: 'let a = c;\n',
    })
  })
})

describe('a fix that is made', () => {
  it('replaces the text and has it checked at once', async () => {
    const { program, checked } = await openProgram()
    applyQuickFix(program, applicableFixes(program, [toFix({ text: 'c' })])[0]!)
    expect(program.text.value).toBe('let a = c;\n')
    await vi.waitUntil(() => checked.length === 2, { timeout: 200 })
    expect(checked).toEqual([given, 'let a = c;\n'])
  })

  it('goes through the editor, which can undo it and gets the focus', async () => {
    const { program } = await openProgram()
    const [replace, focus] = [vi.fn<CodeEditor['replace']>(), vi.fn()]
    const editor: Partial<CodeEditor> = { kind: 'plain', replace, focus }
    program.editor.value = editor as CodeEditor
    applyQuickFix(program, applicableFixes(program, [toFix({ text: 'c' })])[0]!)
    expect(replace.mock.calls).toEqual([['let a = c;\n']])
    expect(focus).toHaveBeenCalledOnce()
  })

  it('leaves a text alone that was edited since, and is not checked again', async () => {
    const { program } = await openProgram()
    const [fix] = applicableFixes(program, [toFix({ text: 'c' })])
    program.text.value = `// new\n${given}`
    const state = program.check.value
    applyQuickFix(program, fix!)
    expect(program.text.value).toBe(`// new\n${given}`)
    expect(program.check.value).toBe(state)
  })
})

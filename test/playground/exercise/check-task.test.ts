import { expect, it } from 'vitest'
import type { CompileClient } from '#playground/backends/compile/compile-client.ts'
import type { Output, Runner } from '#playground/backends/runners/runner.ts'
import { checkTask } from '#playground/exercise/check-task.ts'

const compileClient: CompileClient = {
  compile: async () => ({
    kind: 'result',
    result: {
      ...{ outcome: 'accepted', diagnostics: [], artifact: btoa('\0asm\x01\0\0\0') },
      ...{ toolchain: 'rustc 1.85.1', cached: false, milliseconds: 1 },
    },
  }),
}

/** What is shown of a program that writes this and then ends. */
async function shownOf(outputs: Output[]): Promise<string> {
  const runner: Runner = {
    async run(_, { onOutput }) {
      outputs.forEach(onOutput)
      return { kind: 'exited', code: 101 }
    },
  }
  const task = { slug: 'a', name: 'b', start: '', prints: 'ok' }
  const { signal } = new AbortController()
  const report = await checkTask(task, 'panic!()', { compileClient, runner, signal })
  return report.kind === 'printed' ? report.text : report.kind
}

const panic: Output = { stream: 'stderr', text: "\nthread 'main' panicked at src/main.rs:1:1:\nno\n" }

it('what a task shows of a program that panics at once begins with the panic', async () => {
  expect(await shownOf([panic])).toMatch(/^thread 'main' panicked/)
})

it('an empty line that the program prints itself stays, and so does that between its words and the panic', async () => {
  expect(await shownOf([{ stream: 'stdout', text: '\nfirst\n' }, panic])).toMatch(
    /^\nfirst\n\nthread 'main' panicked/,
  )
})

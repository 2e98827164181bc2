import { describe, expect, it } from 'vitest'
import type { Action, CompileRequest, CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { CompileClient } from '#playground/backends/compile/compile-client.ts'
import { readProgram, readRecorded } from '../../compiler-output/rustc-json/programs.ts'

/** What every client is asked about, and what the real rustc said of it: one program that it refuses, and one that it accepts. */
export const refused = {
  source: readProgram('moved-while-borrowed'),
  recorded: readRecorded('moved-while-borrowed'),
}
export const accepted = 'fn main() {\n    println!("hello");\n}\n'

const never = new AbortController().signal

/** A request about one program. */
export function ask(source: string, action: Action = 'check', more: SourceFiles = {}): CompileRequest {
  return { target: 'userspace', language: 'rust', action, files: { 'main.rs': source, ...more } }
}

/** What holds for all that answer where the workbench asks: the service, what was recorded, and the playgrounds of others. */
export function describeCompileClient(name: string, open: () => Promise<CompileClient> | CompileClient) {
  describe(`${name}, as all that compile,`, () => {
    const compile = async (request: CompileRequest): Promise<CompileResult> => {
      const answer = await (await open()).compile(request, never)
      if (answer.kind !== 'result') throw new Error(`no result: ${answer.kind}`)
      return answer.result
    }

    it('tells of a program that is refused the code, and where the primary span begins', async () => {
      const result = await compile(ask(refused.source))
      if (result.outcome !== 'rejected') throw new Error(result.outcome)
      const errors = result.diagnostics.filter(({ severity }) => severity === 'error')
      expect(errors.map(({ code }) => code)).toEqual(['E0505'])
      const primary = errors[0]!.spans.find(({ primary }) => primary)
      const line = refused.source.split('\n').findIndex((line) => line.includes('drop(')) + 1
      expect(primary).toMatchObject({ file: 'main.rs', start: { line } })
    })

    it('tells the whole story: where it was borrowed, moved and used again', async () => {
      const result = await compile(ask(refused.source))
      const spans = result.outcome === 'rejected' ? result.diagnostics[0]!.spans : []
      expect(spans.map(({ label }) => label)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/borrow of .* occurs here/),
          expect.stringMatching(/move out of .* occurs here/),
          expect.stringMatching(/borrow later used here/),
        ]),
      )
    })

    it('accepts what rustc accepts, and names the compiler', async () => {
      expect(await compile(ask(accepted))).toMatchObject({
        outcome: 'accepted',
        toolchain: expect.stringMatching(/^rustc /),
      })
    })

    it('rejects with AbortError once the reader has typed on, and for nothing else', async () => {
      const gone = AbortSignal.abort()
      await expect((await open()).compile(ask(accepted), gone)).rejects.toMatchObject({ name: 'AbortError' })
    })
  })
}

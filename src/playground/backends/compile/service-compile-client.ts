import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import type { Status } from '#protocol/status.ts'
import { sendRequest, readJson, unreachable } from '../send-request.ts'
import type { CompileAnswer, CompileClient } from './compile-client.ts'

/** The compile service at a base URL, such as `https://example.org` or nothing for the site's own. */
export function createServiceCompileClient(base = ''): CompileClient {
  return {
    async compile(request, signal): Promise<CompileAnswer> {
      const posted = { base, path: '/api/compile', body: request, stage: toStage(request), signal }
      const answer = await sendRequest(posted)
      if (!(answer instanceof Response)) return answer
      const result = await readJson<CompileResult>(answer, signal)
      return result ? { kind: 'result', result } : unreachable
    },
  }
}

function toStage({ target, variant = 'kasan' }: CompileRequest): keyof Status {
  return target === 'kernel' ? variant : 'userspace'
}

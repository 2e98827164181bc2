import type { CompileRequest } from '#protocol/compile.ts'
import type { Stage } from '#protocol/status.ts'
import { defaultVariant } from '#protocol/variants.ts'
import { readJson } from '../read-json.ts'
import { type Fetch, sendRequest } from '../send-request.ts'
import type { CompileAnswer, CompileClient } from './compile-client.ts'

/** Creates a client of the service at a base URL, such as `https://example.org`; empty for the site's own. */
export function createServiceCompileClient(base = '', fetch?: Fetch): CompileClient {
  return {
    async compile(request, signal): Promise<CompileAnswer> {
      const response = await sendRequest({
        ...{ base, path: '/api/compile', body: request },
        ...{ stage: toStage(request), signal, fetch },
      })
      if (!(response instanceof Response)) return response
      const answer = await readJson(response, ({ CompileResult }) => CompileResult, signal)
      return answer.kind === 'parsed' ? { kind: 'result', result: answer.value } : answer
    },
  }
}

function toStage({ target, variant = defaultVariant }: CompileRequest): Stage {
  return target === 'kernel' ? variant : 'userspace'
}

import type { Fetch } from '#playground/backends/send-request.ts'
import type { Sandbox } from '#service/sandbox.ts'
import { createTestService, type TestOptions, type TestService } from '../service/test-service.ts'

/** A `fetch` that goes to a service in this process. */
export function fetchOf(service: Pick<TestService, 'request'>): Fetch {
  return async (address, init) => service.request(address, init)
}

/** The service over a compiler that always says the same. */
export function serviceThatSays(stderr: string, options: TestOptions = {}): TestService {
  const sandbox: Sandbox = {
    run: async () => ({
      kind: 'exited',
      code: stderr.includes('"level":"error"') ? 1 : 0,
      stdout: new Uint8Array([0, 97, 115, 109]),
      stderr,
    }),
  }
  return createTestService(sandbox, options)
}

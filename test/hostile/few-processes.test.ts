import { afterEach, describe, expect, it } from 'vitest'
import { post, requestFor } from '../service/test-service.ts'
import { serveAs, type ServedReal } from './serve-as.ts'

let service: ServedReal | undefined

afterEach(() => service?.end())

describe.runIf(process.getuid?.() === 0)('a service of an ordinary user that runs out of processes', () => {
  // Node has two dozen threads for itself, and for what starts sandboxes.
  it.each([30, 34, 38, 44, 52])(
    'asks the programs that it has no room for to come again, with %i of them',
    async (processes) => {
      service = await serveAs('an ordinary user', { environment: { JOBS: '8' }, processes })
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, n) => check(`fn main() { /* ${n} */ }`)),
      )
      for (const { status, text } of answers) {
        expect([200, 429], text).toContain(status)
        if (status === 200) expect(text).toMatch(/"outcome":"accepted"/)
      }
      expect(service?.hasEnded()).toBe(false)
    },
  )
})

async function check(source: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${service?.url}/api/compile`, post(requestFor(source)))
  return { status: response.status, text: await response.text() }
}

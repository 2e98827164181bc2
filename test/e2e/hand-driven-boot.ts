import type { Page } from 'playwright-core'
import type { BootEvent } from '#protocol/boot.ts'

declare global {
  var sendBootEvent: (event: object) => void
}

/** Puts the test in the place of what boots drivers, before the page is loaded; gives what sends events. */
export async function driveBootByHand(page: Page): Promise<(event: BootEvent) => Promise<void>> {
  await page.addInitScript(() => {
    const { fetch } = globalThis
    globalThis.fetch = async (...request) => {
      const [target] = request
      if (typeof target !== 'string' || !target.endsWith('/api/boot')) return fetch(...request)
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          globalThis.sendBootEvent = (event) =>
            controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`))
        },
      })
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
    }
  })
  return async (event) => {
    await page.waitForFunction(() => 'sendBootEvent' in globalThis)
    await page.evaluate((event) => globalThis.sendBootEvent(event), event)
  }
}

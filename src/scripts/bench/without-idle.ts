import type { BrowserContext } from 'playwright-core'

/** The editor also comes by itself when the browser is idle; here it comes only when it is clicked. */
export async function withoutIdle(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
}

import type { BrowserContext } from 'playwright-core'

/** Keeps a browser from being idle, in which the editor would come by itself: here it comes only when it is clicked. */
export async function withoutIdle(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { root } from '#scripts/root.ts'
import { createFarEnd } from './far-end.ts'

type FarEnd = Awaited<ReturnType<typeof createFarEnd>>

/** A stand-in for stackblitz.com at its own address, for one page: the browser is told that it is the real one. */
export interface StandIn {
  /** What was asked of that address, in order. */
  asked: string[]
  /** Of the container that was booted. */
  farEnd(): FarEnd
  end(): Promise<void>
}

const headers = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}
/** The wrapper has a Comlink of its own, whose messages are not those of newer ones. */
const scripts: Record<string, string> = {
  '/comlink.mjs': readFileSync(join(root, 'node_modules/@webcontainer/api/dist/vendor/index.js'), 'utf8'),
  '/headless.js': readFileSync(new URL('headless.js', import.meta.url), 'utf8'),
}

interface Listening {
  tellPage(message: object): void
}

/** Puts it there; one that is `silent` loads and never answers. */
export async function standIn(page: Page, { isSilent = false } = {}): Promise<StandIn> {
  const asked: string[] = []
  const farEnds: FarEnd[] = []
  const ofFrame = new Map<Frame, Promise<FarEnd>>()
  const openFor = (frame: Frame) => {
    const tell = (message: object) =>
      // What is told to a page that is left goes nowhere.
      void frame.evaluate((it) => (window as unknown as Listening).tellPage(it), message).catch(() => {})
    const opened = createFarEnd(tell).then((farEnd) => (farEnds.push(farEnd), farEnd))
    ofFrame.set(frame, opened)
    return opened
  }
  await page.exposeBinding('askNode', async ({ frame }, question: string) => {
    const farEnd = await (ofFrame.get(frame) ?? openFor(frame))
    return farEnd.answer(question)
  })
  await page.route('https://stackblitz.com/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    asked.push(pathname)
    const script = scripts[pathname]
    if (script !== undefined) return route.fulfill({ headers, contentType: 'text/javascript', body: script })
    const body = isSilent ? '' : '<!doctype html><script type="module" src="/headless.js"></script>'
    return route.fulfill({ headers, contentType: 'text/html', body })
  })
  return {
    asked,
    farEnd: () => farEnds.at(-1)!,
    end: async () => void (await Promise.all(farEnds.map((farEnd) => farEnd.end()))),
  }
}

import type { Page } from 'playwright-core'

/** What a page has fetched so far. */
export interface Transfers {
  /** Bytes on the wire, with headers, of fonts and of all else. */
  sum(): { fonts: number; others: number; requests: number }
  /** Path and bytes of each file, the largest first. */
  list(): [path: string, bytes: number][]
  /** Resolves when nothing has been fetched for a second. */
  settle(): Promise<void>
}

/** Listens to what the browser fetches for a page, workers included, as Chromium counts it. */
export async function watchTransfers(page: Page): Promise<Transfers> {
  const session = await page.context().newCDPSession(page)
  const fetched = new Map<string, { path: string; font: boolean; bytes: number }>()
  let last = performance.now()
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    last = performance.now()
    const { pathname, protocol } = new URL(response.url)
    if (protocol.startsWith('http'))
      fetched.set(requestId, { path: pathname, font: type === 'Font', bytes: 0 })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    last = performance.now()
    const entry = fetched.get(requestId)
    if (entry) entry.bytes = encodedDataLength
  })
  await session.send('Network.enable')
  return {
    sum: () => sum([...fetched.values()]),
    list: () =>
      [...fetched.values()]
        .map(({ path, bytes }) => [path, bytes] as [string, number])
        .sort((a, b) => b[1] - a[1]),
    settle: async () => {
      last = performance.now()
      while (performance.now() - last < 1000) await page.waitForTimeout(100)
    },
  }
}

function sum(entries: { font: boolean; bytes: number }[]): ReturnType<Transfers['sum']> {
  const bytes = (some: typeof entries): number => some.reduce((total, entry) => total + entry.bytes, 0)
  return {
    fonts: bytes(entries.filter(({ font }) => font)),
    others: bytes(entries.filter(({ font }) => !font)),
    requests: entries.length,
  }
}

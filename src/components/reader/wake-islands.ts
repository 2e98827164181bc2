import { collectActs } from './collect-acts.ts'

/** Brings the parts of a page that are marked `client:reader` to life, each once it is near the window; what was clicked or typed there `before` happens then. */
export function wakeIslands(before: readonly Event[]) {
  for (const island of document.querySelectorAll<HTMLElement>('astro-island[client="reader"]'))
    void wake(island, before)
}

async function wake(island: HTMLElement, before: readonly Event[]) {
  const acts = collectActs(island, before)
  await whenNear(island)
  const [component, renderer] = await Promise.all([
    load<unknown>(island.getAttribute('component-url')!),
    load<Renderer>(island.getAttribute('renderer-url')!),
  ])
  await renderer(island)(component, readProps(island), readSlots(island), { client: 'reader' })
  island.removeAttribute('ssr')
  acts.repeat()
}

/** What `@astrojs/preact` gives Astro: it takes the component, its properties, its slots and the directive. */
type Renderer = (island: HTMLElement) => (...parts: unknown[]) => Promise<void>

function whenNear(island: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        resolve()
      },
      { rootMargin: '300px' },
    )
    for (const child of island.children) observer.observe(child)
  })
}

/** Browsers remember that a script did not come: a second time it is asked for by another address. */
async function load<Default>(url: string): Promise<Default> {
  const isThere = import(url) as Promise<{ default: Default }>
  const loaded = await isThere.catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    return import(`${url}?again=${Date.now()}`) as Promise<{ default: Default }>
  })
  return loaded.default
}

/** Astro writes each value as a pair: 1 and a list, or 0 and anything else. */
type Written = readonly [kind: 0 | 1, value?: unknown]

function readProps(island: HTMLElement): Record<string, unknown> {
  return toRecord(JSON.parse(island.getAttribute('props')!) as Record<string, Written>)
}

function toRecord(written: Record<string, Written>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name, toValue(value)]))
}

function toValue([kind, value]: Written): unknown {
  if (kind === 1) return (value as Written[]).map(toValue)
  return typeof value === 'object' && value !== null ? toRecord(value as Record<string, Written>) : value
}

function readSlots(island: HTMLElement): Record<string, string> {
  const slots = [...island.querySelectorAll('astro-slot')]
  return Object.fromEntries(slots.map((slot) => [slot.getAttribute('name') ?? 'default', slot.innerHTML]))
}

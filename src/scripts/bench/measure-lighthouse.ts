import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import lighthouse, { type Result } from 'lighthouse'
import { launchChromium, lessonPath } from './browser.ts'
import type { Figure } from './figure.ts'
import type { BenchContext } from './bench-context.ts'
import { median } from './quantile.ts'

const categories = ['performance', 'accessibility', 'best-practices', 'seo']

/** A page of each kind: the heaviest of the reference, as others weigh less. */
const pages = {
  home: '/',
  lesson: lessonPath,
  drill: '/rust-for-c-readers/integers-and-casts/',
  error: '/errors/E0505/',
  reference: '/reference/rosetta/',
}

/** Lighthouse's four scores of a page of each kind, as on a phone with a slow connection. */
export async function measureLighthouse({ course, short }: BenchContext): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [kind, path] of Object.entries(pages)) {
    const results: Result[] = []
    for (let round = 0; round < (short ? 1 : 3); round += 1) results.push(await audit(course.url + path))
    figures.push(...categories.map((category) => toFigure(`${kind}, ${category}`, category, results)))
  }
  return figures
}

async function audit(url: string): Promise<Result> {
  const port = await findFreePort()
  const browser = await launchChromium(`--remote-debugging-port=${port}`)
  try {
    const ran = await lighthouse(url, { port, logLevel: 'error', onlyCategories: categories })
    if (!ran) throw new Error('Lighthouse gave no result.')
    return ran.lhr
  } finally {
    await browser.close()
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function toFigure(what: string, category: string, results: Result[]): Figure {
  const scores = results.map(({ categories }) => (categories[category]?.score ?? 0) * 100)
  const value = median(scores)
  return {
    what: `Lighthouse (mobile), ${what}`,
    value,
    unit: 'points',
    aim: { atLeast: 99 },
    details: [
      `median of ${scores.map((score) => score.toFixed(0)).join(', ')}`,
      ...toFailures(category, results.at(-1)!),
    ],
  }
}

/** What costs points, and the times that the performance is made of. */
function toFailures(category: string, { audits, categories }: Result): string[] {
  const weighed = categories[category]?.auditRefs.filter(({ weight }) => weight > 0) ?? []
  const lines = weighed.flatMap(({ id }) => {
    const { score, title, displayValue = '' } = audits[id]!
    const isTold = score !== null && (score < 1 || category === 'performance')
    return isTold ? [`${(score * 100).toFixed(0).padStart(3)} ${title} ${displayValue}`.trimEnd()] : []
  })
  return lines
}

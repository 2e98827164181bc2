import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { RustcTexts } from '#course/error-text.ts'
import { inlineScriptsOf } from '#scripts/site-build/lean-pages/trim-policy.ts'
import { brokenLinksOf, readSite } from './read-site.ts'
import { Exercise } from './exercise-shape.ts'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const lessons = fileURLToPath(new URL('../../lessons/', import.meta.url))
const site = readSite(dist, '/')
const { files } = site
const pages = files.filter((file) => file.endsWith('index.html'))
const lessonPages = pages.filter((file) => readFileSync(dist + file, 'utf8').includes(' data-lesson="'))
const exercisePages = lessonPages.filter((file) =>
  existsSync(`${dist}${file.replace('index.html', 'exercise.json')}`),
)

it('there is a page for every lesson, in each language that it is told in', () => {
  const texts = readdirSync(lessons, { recursive: true, encoding: 'utf8' })
  expect(lessonPages).toHaveLength(texts.filter((file) => /\/lesson(\.\w\w)?\.mdx$/.test(file)).length)
})

it.each(pages)('%s asks no other host for anything', (page) => {
  const html = readFileSync(dist + page, 'utf8')
  const loaded = [...html.matchAll(/<(?:link|script|img|iframe|source)[^>]*(?:href|src)="([^"]*)"/g)]
  expect(
    loaded.map(([, url]) => url).filter((url) => !url!.startsWith('/') || url!.startsWith('//')),
  ).toEqual([])
})

it.each(site.pages)('%s leads only to what exists', (page) => {
  expect(brokenLinksOf(site, page)).toEqual([])
})

it.each(lessonPages)('%s lacks no count, and no excerpt, that is still to be recorded', (page) => {
  const html = readFileSync(dist + page, 'utf8')
  const unfilled = /\{count:[a-z-]+\}|<\/b>\n…|This excerpt has not been recorded yet/.exec(html)?.[0]
  expect(unfilled).toBeUndefined()
})

it.each(lessonPages)('%s links each place of the tree that its text names with its lines', (page) => {
  const html = readFileSync(dist + page, 'utf8')
  expect(html.match(/<code>[\w./-]+\/[\w.-]+<\/code>,?\s\(?(?:lines?|Zeilen?) \d+/g)).toBeNull()
})

it.each(pages)('%s allows no script but its own', (page) => {
  const html = readFileSync(dist + page, 'utf8')
  const policy = /http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)![1]!
  const scripts = policy.split(';').find((directive) => directive.trim().startsWith('script-src'))!
  expect(scripts).not.toContain('unsafe-inline')
  expect(scripts).not.toContain("'unsafe-eval'")
})

it.each(pages)('%s declares the layers of its styles before any of them', (page) => {
  const html = readFileSync(dist + page, 'utf8')
  const [first, ...others] = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, css]) => css!)
  expect(first).toMatch(/^@layer reset, [a-z, ]+;\s*$/)
  expect(others.some((css) => css.includes('@layer base{'))).toBe(true)
})

it.each(lessonPages)('%s asks for no script and no stylesheet before somebody reads it', (page) => {
  expect(listAtOnce(page)).toEqual([])
})

it.each(lessonPages)('%s weighs at most 28 kB: with headers, and the icon, 30 kB at load', (page) => {
  expect(weigh(page)).toBeLessThan(28_000)
})

it.each(pages)('%s names in its policy no script that it does not have', (page) => {
  const html = readFileSync(dist + page, 'utf8')
  const hashes = /http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)![1]!.match(/'sha256-/g)
  expect(hashes?.length ?? 0).toBeLessThanOrEqual(inlineScriptsOf(html).length)
})

/** Bytes of brotli that a page is, with all that it asks for at once. */
function weigh(page: string): number {
  return [page, ...listAtOnce(page)].reduce((sum, file) => sum + statSync(`${dist}${file}.br`).size, 0)
}

/** Scripts and stylesheets that a page names, and those that these import; what is imported later, when it is wanted, is none of them. */
function listAtOnce(page: string): string[] {
  const html = readFileSync(dist + page, 'utf8')
  const named = /<(?:script\b[^>]* src|link\b[^>]* rel="(?:stylesheet|modulepreload)" href)="\/([^"]*)"/g
  const files = new Set([...html.matchAll(named)].map(([, file]) => file!))
  for (const file of files)
    for (const [, name] of readFileSync(dist + file, 'utf8').matchAll(/(?:from|import)"\.\/([\w.~-]+\.js)"/g))
      files.add(`_astro/${name}`)
  return [...files]
}

/** What a page of each other kind may weigh at load, in bytes, with some room for the course to grow. */
const budgets = {
  'index.html': 24_000,
  'errors/index.html': 27_000,
  'errors/E0505/index.html': 11_000,
  'glossary/index.html': 20_000,
  'cves/index.html': 18_000,
  'sources/index.html': 27_000,
  'reference/renamed/index.html': 21_000,
  'reference/rosetta/index.html': 36_000,
  'playground/index.html': 12_500,
  'workspace/index.html': 12_000,
  'progress/index.html': 11_000,
  'offline/index.html': 11_000,
}

it.each(Object.entries(budgets))('%s weighs at most %i bytes', (page, most) => {
  expect(weigh(page)).toBeLessThan(most)
})

describe('the pages of error codes', () => {
  const { codes } = RustcTexts.parse(JSON.parse(readFileSync(`${lessons}errors/rustc.json`, 'utf8')))
  const written = Object.keys(codes).filter((code) => existsSync(`${lessons}errors/${code}.md`))
  const read = (file: string) => readFileSync(`${dist}errors/${file}`, 'utf8')

  it('there are one and what the workbench asks for of every code that rustc has', () => {
    for (const [code, rustc] of Object.entries(codes)) {
      expect(files).toContain(`errors/${code}/index.html`)
      expect(JSON.parse(read(`${code}.json`))).toMatchObject({ code, rustc })
    }
  })

  it('search engines find those with a text of ours, and pass over the others', () => {
    for (const code of Object.keys(codes)) {
      const isPassedOver = read(`${code}/index.html`).includes('<meta name="robots" content="noindex"')
      expect(isPassedOver, code).toBe(!written.includes(code))
    }
  })

  it('each has the course’s own words, its lessons, and then rustc’s', () => {
    const html = read('E0505/index.html')
    const order = [
      'id="in-c"',
      'id="left-out"',
      'id="fixes"',
      '/ownership/borrow-deadline/',
      'id="rustc-says"',
    ]
    expect(order.map((part) => html.indexOf(part))).toEqual(
      order.map((part) => html.indexOf(part)).toSorted((a, b) => a - b),
    )
    expect(html).toMatch(/<title>E0505: [^<]+ · No Oops<\/title>/)
  })

  it('all are listed on one page', () => {
    const html = read('index.html')
    for (const code of Object.keys(codes)) expect(html).toContain(`href="/errors/${code}/"`)
  })

  it('each weighs at most 40 kB', () => {
    const pages = files.filter((file) => /^errors\/.*index\.html\.br$/.test(file))
    expect(pages.filter((file) => statSync(dist + file).size > 40_000)).toEqual([])
  })
})

it.each(exercisePages)('%s has what its workbench will ask for', (page) => {
  const json: unknown = JSON.parse(readFileSync(dist + page.replace('index.html', 'exercise.json'), 'utf8'))
  expect(Exercise.safeParse(json).error).toBeUndefined()
})

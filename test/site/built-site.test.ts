import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { Exercise } from './exercise-shape.ts'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
if (!existsSync(`${dist}index.html`)) throw new Error('There is no dist/. Run «npm run build» first.')

const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
const pages = files.filter((file) => file.endsWith('index.html'))
const lessonPages = pages.filter((file) =>
  existsSync(`${dist}${file.replace('index.html', 'exercise.json')}`),
)

test('there is a page for every lesson', () => {
  const lessons = readdirSync(fileURLToPath(new URL('../../lessons/', import.meta.url)), {
    recursive: true,
    encoding: 'utf8',
  })
  expect(lessonPages).toHaveLength(lessons.filter((file) => file.endsWith('lesson.mdx')).length)
})

test.each(pages)('%s asks no other host for anything', (page) => {
  const html = readFileSync(dist + page, 'utf8')
  const loaded = [...html.matchAll(/<(?:link|script|img|iframe|source)[^>]*(?:href|src)="([^"]*)"/g)]
  expect(
    loaded.map(([, url]) => url).filter((url) => !url!.startsWith('/') || url!.startsWith('//')),
  ).toEqual([])
})

test.each(pages)('%s links only to pages and places that exist', (page) => {
  const html = readFileSync(dist + page, 'utf8')
  const links = [...html.matchAll(/<a [^>]*href="(\/[^"]*|#[^"]*)"/g)].map(([, href]) => href!)
  for (const href of links) {
    const [path, fragment] = href.split('#')
    const target = path ? `${path}index.html`.slice(1) : page
    expect(files, href).toContain(target)
    if (fragment) expect(readFileSync(dist + target, 'utf8'), href).toContain(`id="${fragment}"`)
  }
})

test.each(pages)('%s allows no script but its own', (page) => {
  const html = readFileSync(dist + page, 'utf8')
  const policy = /http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)![1]!
  const scripts = policy.split(';').find((directive) => directive.trim().startsWith('script-src'))!
  expect(scripts).not.toContain('unsafe-inline')
  expect(scripts).not.toContain("'unsafe-eval'")
})

test.each(lessonPages)('%s weighs at most 30 kB before the workbench', (page) => {
  const html = readFileSync(dist + page, 'utf8')
  const styles = [...html.matchAll(/rel="stylesheet" href="\/([^"]*)"/g)].map(([, file]) => file!)
  const bytes = [page, ...styles].map((file) => statSync(`${dist}${file}.br`).size)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000)
})

test.each(lessonPages)('%s has what its workbench will ask for', (page) => {
  const json: unknown = JSON.parse(readFileSync(dist + page.replace('index.html', 'exercise.json'), 'utf8'))
  expect(Exercise.safeParse(json).error).toBeUndefined()
})

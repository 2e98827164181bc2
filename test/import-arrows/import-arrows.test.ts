import { describe, expect, it } from 'vitest'
import { checkHouse } from '#scripts/house/check-house.ts'
import { findFaults } from '#scripts/house/find-faults.ts'
import { guardedPackages, rooms } from '#scripts/house/rooms.ts'

const astro = (code: string) => `---\n${code}\n---\n\n<p>text</p>\n`
const script = (code: string) => `<p>text</p>\n<script>\n  ${code}\n</script>\n`

const wrong: [path: string, text: string][] = [
  ['src/protocol/story.ts', "import '#course/lesson.ts'"],
  ['src/protocol/types.ts', "import type { Lesson } from '#course/lesson.ts'"],
  ['src/story/rails.ts', "import '#markdown/render-code.ts'"],
  ['src/course/tells.ts', "import '#story/story.ts'"],
  ['src/course/lesson.ts', "import '#playground/wording/describe-answer.ts'"],
  ['src/markdown/render-code.ts', "import '#components/mark.ts'"],
  ['src/components/course-map.tsx', "import '#layouts/page.ts'"],
  ['src/components/lesson.astro', astro("import '#service/app.ts'")],
  ['src/layouts/page.astro', astro("import '#pages/index.astro'")],
  ['src/pages/index.astro', astro("import { compile } from '#service/compile.ts'\ncompile()")],
  ['src/pages/script.astro', script("import '#service/app.ts'")],
  ['src/pages/lazy.ts', "export const load = () => import('#service/app.ts')"],
  ['src/pages/again.ts', "export { compile } from '#service/compile.ts'"],
  ['src/pages/typed.ts', "export type App = import('#service/app.ts').App"],
  [
    'src/playground/workbench/values.ts',
    "import { readCourse } from '#course/read-course.ts'\nreadCourse({})",
  ],
  ['src/playground/workbench/early.tsx', "import 'monaco-editor'"],
  ['src/playground/editor/relative.ts', "import '../../service/app.ts'"],
  ['src/playground/program/up.ts', "import { describeBoot } from '../wording/describe-boot.ts'"],
  ['src/playground/backends/up.ts', "import type { ProgramSession } from '../program/program-session.ts'"],
  ['src/playground/storage/up.ts', "import { showToast } from '../notices/toasts.ts'"],
  ['src/playground/exercise/up.ts', "import type { Props } from '../workbench/workbench.tsx'"],
  ['src/service/app.ts', "import '#course/boot-script.ts'"],
  ['src/service/start.ts', "import '#scripts/root.ts'"],
  ['src/service/queue.ts', "import { spawn } from 'node:child_process'\nspawn('true')"],
  ['src/story/roomless.ts', "import '#attic/box.ts'"],
]

const right: [path: string, text: string][] = [
  ['src/pages/index.astro', astro("import { Page } from '#layouts/page.astro'\nPage()")],
  [
    'src/playground/workbench/types.ts',
    "import type { Lesson } from '#course/lesson.ts'\nexport type L = Lesson",
  ],
  [
    'src/playground/workbench/inline.ts',
    "import { type Lesson } from '#course/lesson.ts'\nexport type L = Lesson",
  ],
  [
    'src/playground/exercise/boots.ts',
    "import { findMissing } from '#course/boot-script.ts'\nexport const f = findMissing",
  ],
  ['src/playground/editor/editor.ts', "import 'monaco-editor'\nimport '../program/view.ts'"],
  ['src/service/bubblewrap/bubblewrap.ts', "import { spawn } from 'node:child_process'\nspawn('true')"],
  ['src/scripts/start.ts', "import '#service/app.ts'"],
  [
    'test/story/any.test.ts',
    "import '#service/app.ts'\nimport { spawn } from 'node:child_process'\nspawn('a')",
  ],
]

describe('import arrows', () => {
  it.each(wrong)('are refused where they are wrong: %s', (path, text) => {
    expect(findFaults({ [path]: text })).toEqual([
      { path, line: expect.any(Number), message: expect.any(String) },
    ])
  })

  it('are let be where they are right', () => {
    expect(findFaults(Object.fromEntries(right))).toEqual([])
  })

  it('point down: the table lists no room before itself, and each room once', () => {
    const folders = rooms.map(({ folder }) => folder)
    expect(new Set(folders).size).toBe(folders.length)
    for (const [index, { imports }] of rooms.entries())
      expect(folders.slice(index + 1)).toEqual(expect.arrayContaining([...imports]))
  })

  it('say what may be imported, and the line of what is not', () => {
    const text = "import '#protocol/boot.ts'\n\nimport '#course/lesson.ts'\n"
    const [fault] = findFaults({ 'src/story/rails.ts': text })
    expect(fault).toEqual({
      path: 'src/story/rails.ts',
      line: 3,
      message:
        'src/story imports src/i18n, src/protocol, and so not src/course. Move what is shared further down.',
    })
  })

  it('guard packages with a reason', () => {
    const [fault] = findFaults({ 'src/pages/early.ts': "import 'monaco-editor/editor'" })
    expect(fault!.message).toBe(
      `monaco-editor/editor belongs to src/playground/editor: ${guardedPackages[0]!.reason}.`,
    )
  })
})

describe('circles of files', () => {
  it('are refused over any number of files, types and tests included', () => {
    const files = {
      'src/story/a.ts': "import type { B } from './b.ts'\nexport type A = B",
      'src/story/b.ts': "import { c } from './c.ts'\nexport type B = typeof c",
      'src/story/c.ts': "export { type A } from './a.ts'\nexport const c = 1",
      'src/story/d.ts': "import { c } from './c.ts'\nexport const d = c",
      'test/one.ts': "import './two.ts'",
      'test/two.ts': "import './one.ts'",
    }
    expect(findFaults(files).map(({ message }) => message)).toEqual([
      expect.stringContaining('src/story/a.ts, src/story/b.ts, src/story/c.ts'),
      expect.stringContaining('test/one.ts, test/two.ts'),
    ])
  })

  it('are refused where a file imports itself', () => {
    expect(findFaults({ 'src/story/a.ts': "import './a.ts'" })).toHaveLength(1)
  })
})

describe('words of the past', () => {
  it.each([
    ['src/playground/program/sheet.ts', 'export const a = 1'],
    ['src/story/a.ts', 'export function sayStory() {}'],
    ['src/story/a.ts', 'export interface StoryTeller {}'],
    ['src/story/a.ts', 'export type Told = string'],
    ['src/story/a.ts', 'export const [one, PACE_LIMIT] = [1, 2]'],
    ['src/story/a.ts', 'export class Workshop {}'],
    ['test/story/keep-code.test.ts', ''],
  ])('are refused in names of files and exports: %s, %s', (path, text) => {
    expect(findFaults({ [path]: text })).toHaveLength(1)
  })

  it('are let be inside of longer words, in private names and for benchmarks', () => {
    const files = {
      'src/story/essay.ts': 'const told = 1\nexport const spaceship = told\nexport const keeper = 2',
      'src/scripts/bench/parts.ts': 'export interface BenchContext {}',
    }
    expect(findFaults(files)).toEqual([])
  })
})

describe('addresses of the site', () => {
  it.each([
    ['src/pages/index.astro', '<a href="/errors/">Errors</a>'],
    ['src/components/lesson.astro', '<a href={`/${slug}/`}>Lesson</a>'],
    ['src/components/link.ts', 'const link = { href: `/${slug}/` }'],
    ['src/markdown/link.ts', 'const html = `<a href="/errors/${code}/">`'],
    ['src/playground/load.ts', "await fetch('/words.json')"],
    ['src/playground/go.ts', 'location.assign(`/playground/${hash}`)'],
  ])('are refused where they begin at the root of the host: %s, %s', (path, text) => {
    expect(findFaults({ [path]: text }).map(({ message }) => message)).toEqual([
      expect.stringContaining('sitePath()'),
    ])
  })

  it.each([
    ['src/pages/index.astro', '<a href={sitePath(\'/errors/\')}>Errors</a><a href="#main">Skip</a>'],
    ['src/components/links.ts', 'fetch(sitePath(`/${slug}/exercise.json`))'],
    ['src/service/routes/boot.ts', "const route = { href: '/api/boot' }"],
  ])('are let be where they know its path, and outside of it: %s, %s', (path, text) => {
    expect(findFaults({ [path]: text })).toEqual([])
  })
})

describe('our own source', () => {
  it('has no fault', () => {
    expect(checkHouse()).toEqual({ passed: 1, failed: 0 })
  })
})

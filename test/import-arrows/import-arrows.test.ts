import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bin } from '#scripts/bin.ts'
import { root } from '#scripts/root.ts'
import { runCommand } from '#scripts/run-command.ts'

const astro = (code: string) => `---\n${code}\n---\n\n<p>text</p>\n`
const script = (code: string) => `<p>text</p>\n<script>\n  ${code}\n</script>\n`

const wrong: [path: string, text: string][] = [
  ['src/protocol/story.ts', "import '#course/lesson.ts'"],
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
  ['src/playground/values.ts', "import { readCourse } from '#course/read-course.ts'\nreadCourse({})"],
  ['src/playground/early.tsx', "import 'monaco-editor'"],
  ['src/playground/editor/relative.ts', "import '../../service/app.ts'"],
  ['src/service/app.ts', "import '#course/rules.ts'"],
  ['src/service/start.ts', "import '#scripts/root.ts'"],
  ['src/service/queue.ts', "import { spawn } from 'node:child_process'\nspawn('true')"],
]

const right: [path: string, text: string][] = [
  ['src/pages/index.astro', astro("import { Page } from '#layouts/page.astro'\nPage()")],
  ['src/playground/types.ts', "import type { Lesson } from '#course/lesson.ts'\nexport type L = Lesson"],
  ['src/playground/rules.ts', "import { lintsOfRule } from '#course/rules.ts'\nexport const l = lintsOfRule"],
  [
    'src/playground/boots.ts',
    "import { findMissing } from '#course/boot-script.ts'\nexport const f = findMissing",
  ],
  ['src/playground/editor/editor.ts', "import 'monaco-editor'\nimport '../wording/describe-boot.ts'"],
  ['src/service/bubblewrap/bubblewrap.ts', "import { spawn } from 'node:child_process'\nspawn('true')"],
  ['src/scripts/start.ts', "import '#service/app.ts'"],
]

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

describe('import arrows', () => {
  it('refuses each wrong arrow, in TypeScript and in Astro', async () => {
    const paths = wrong.map(([path]) => path)
    expect(await findWrongArrows(await writeTree(wrong))).toEqual([...paths].sort())
  })

  it('lets right arrows be', async () => {
    expect(await findWrongArrows(await writeTree(right))).toEqual([])
  })

  it('finds none in our source', async () => {
    expect(await findWrongArrows(root)).toEqual([])
  })
})

async function writeTree(files: [path: string, text: string][]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'no-oops-arrows-'))
  folders.push(folder)
  await copyFile(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), `${text}\n`)
  }
  return folder
}

/** The files in which the linter of `npm run check` sees an import that is not allowed. */
async function findWrongArrows(folder: string): Promise<string[]> {
  const { output } = await runCommand([...bin('oxlint'), '--format', 'unix', 'src'], {
    cwd: folder,
    quiet: true,
  })
  expect(output).not.toMatch(/Failed to/)
  const lines = output.split('\n').filter((line) => line.includes('no-restricted-imports'))
  return [...new Set(lines.map((line) => line.split(':')[0]!))].sort()
}

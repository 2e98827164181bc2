import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyCourse } from '#scripts/verify/verify-course.ts'
import { errorText, rustcTexts } from '../../course/error-files.ts'
import { folder } from '../../course/lesson-files.ts'
import { agreeingChecks, createFakeLessonRunner, fakeTree } from './fake-lesson-runner.ts'
import { provenKernelLesson, provenLesson } from './proven-lesson.ts'

let lessons: string
let printed: string
let rustc: Record<string, string>
const context = {
  checks: agreeingChecks,
  runner: createFakeLessonRunner(),
  tree: fakeTree,
  rustc: { toolchain: 'rustc 1.85.1', explain: () => Promise.resolve(rustc) },
}

beforeEach(async () => {
  lessons = await mkdtemp(join(tmpdir(), 'no-oops-lessons-'))
  printed = ''
  rustc = rustcTexts.codes
  vi.spyOn(console, 'log').mockImplementation((text: string) => void (printed += `${text}\n`))
  for (const [path, text] of Object.entries(provenLesson())) await write(path, text)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(lessons, { recursive: true })
})

describe('verifying a course', () => {
  it('holds once what was seen is recorded', async () => {
    await verify({ record: true })
    expect(await verify()).toMatchObject({ failed: 0 })
    expect(printed).toMatch(/✓ 03-ownership\/02-borrow-deadline {2}(\d+) of \1 proven/)
  })

  it('asks for a record where there is none', async () => {
    expect(await verify()).toMatchObject({ failed: 2 })
    expect(printed).toContain(`trials.json is missing. Look whether that is meant`)
    expect(printed).toContain(
      `recorded.json is missing. Look whether that is meant; then npm run verify -- --record ${folder}`,
    )
  })

  it('shows what differs from the record, and where', async () => {
    await verify({ record: true })
    const recorded = JSON.parse(await readFile(join(lessons, folder, 'recorded.json'), 'utf8'))
    recorded.start.diagnostics[0].spans[0].start.line = 9
    await write(`${folder}/recorded.json`, JSON.stringify(recorded))
    expect(await verify()).toMatchObject({ failed: 1 })
    expect(printed).toContain('start › diagnostics › 0 › spans › 0 › start › line: recorded 9, seen 1')
  })

  it('says of a lesson’s file in another language that it does not fit', async () => {
    await verify({ record: true })
    await write(`${folder}/lesson.de.mdx`, `---\nsource: ${'0'.repeat(40)}\ntitle: Ein Zeiger\n---\n`)
    expect(await verify()).toMatchObject({ failed: 1 })
    expect(printed).toMatch(/\.de\.(mdx does not fit|yaml is missing)/)
  })

  it('records a boot again only if more than chance differs', async () => {
    for (const [path, text] of Object.entries(provenKernelLesson())) await write(path, text)
    await dropUserspaceFiles()
    await verify({ record: true })
    const [before, old] = [await readRecorded(), JSON.parse(await readRecorded())]
    await verify({ record: true })
    expect(await readRecorded()).toBe(before)
    expect(await verify()).toMatchObject({ failed: 0 })
    const report = old.boots.c.events.find(({ kind }: { kind: string }) => kind === 'report')
    report.report.spans[0].start.line = 7
    await write(`${folder}/recorded.json`, JSON.stringify(old))
    expect(await verify()).toMatchObject({ failed: 1 })
    expect(printed).toMatch(/boots › c › report › spans › 0: recorded "driver\.c:7:1.*, seen "driver\.c:1:1/)
    await verify({ record: true })
    expect(await verify()).toMatchObject({ failed: 0 })
  })

  it('goes on to the next lesson after one that cannot be read', async () => {
    await cp(join(lessons, folder), join(lessons, '03-ownership/01-broken'), { recursive: true })
    await rm(join(lessons, '03-ownership/01-broken/notes.md'))
    await verify({ record: true })
    expect(printed).toMatch(
      /✗ 03-ownership\/01-broken[^]*notes\.md is missing[^]*✓ 03-ownership\/02-borrow-deadline/,
    )
  })

  it('verifies only what is asked for', async () => {
    await cp(join(lessons, folder), join(lessons, '03-ownership/01-other'), { recursive: true })
    await verify({ record: true, only: ['03-ownership/02'] })
    expect(printed).not.toContain('01-other')
  })

  it('says how to name a lesson if none is meant', async () => {
    await expect(verify({ only: ['9'] })).rejects.toThrow(/No lesson begins with 9\. Name its folder/)
  })
})

describe('verifying what is said of error codes', () => {
  beforeEach(async () => {
    await write('errors/E0505.md', errorText)
    await verify({ record: true, only: ['errors/rustc'] })
  })

  it('proves each text, and that rustc says what was recorded', async () => {
    expect(await verify({ only: ['errors'] })).toMatchObject({ failed: 0 })
    expect(printed).toMatch(/✓ errors\/E0505 {2}(\d+) of \1 proven\n✓ errors\/rustc\.json {2}1 of 1 proven/)
  })

  it('shows which code rustc explains otherwise', async () => {
    rustc = { ...rustc, E0505: 'Moved.' }
    expect(await verify({ only: ['errors/rustc'] })).toMatchObject({ failed: 1 })
    expect(printed).toMatch(/codes › E0505: recorded "Moved while it was borrowed\.", seen "Moved\."/)
    expect(printed).toContain('then npm run verify -- --record errors/rustc')
  })

  it('asks for a record of rustc’s texts where there is none', async () => {
    await rm(join(lessons, 'errors/rustc.json'))
    expect(await verify({ only: ['errors/rustc'] })).toMatchObject({ failed: 1 })
    expect(printed).toContain('errors/rustc.json is missing.')
  })

  it('goes on after a text that cannot be read', async () => {
    await write('errors/E0382.md', 'Text.\n')
    expect(await verify({ only: ['errors'] })).toMatchObject({ failed: 1 })
    expect(printed).toMatch(/✗ errors\/E0382[^]*no frontmatter[^]*✓ errors\/E0505/)
  })
})

function verify({ record = false, only = [] as string[] } = {}) {
  return verifyCourse(context, { folder: lessons, only, record })
}

async function readRecorded(): Promise<string> {
  return readFile(join(lessons, folder, 'recorded.json'), 'utf8')
}

/** The two kinds of lesson stand in the same folder. */
async function dropUserspaceFiles(): Promise<void> {
  for (const path of ['start/main.rs', 'solution/main.rs', 'check/tests.rs', 'wrong/tests-leaks.rs']) {
    await rm(join(lessons, folder, path))
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(lessons, path)), { recursive: true })
  await writeFile(join(lessons, path), text)
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '#scripts/root.ts'
import { Recorded } from '#course/parts.ts'
import { reportsOf } from '#protocol/boot-events.ts'
import { reportToDiagnostic } from '#protocol/report-to-diagnostic.ts'
import { toRails } from '#story/rails.ts'
import { toStories, type FileDiagnostics } from '#story/to-story.ts'
import { storiesToText } from '#story/stories-to-text.ts'

const folder = join(root, 'lessons')
const lessons = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('/recorded.json'))
  .map((path) => path.slice(0, -'/recorded.json'.length))
  .filter((lesson) => existsSync(join(folder, lesson, 'c/driver.c')))
  .sort()

describe('the crash of each lesson’s C as a story', () => {
  it.each(lessons)('%s', async (lesson) => {
    const [report] = reportsOf(readRecorded(lesson).boots.c?.events ?? [])
    const diagnostics = report ? [reportToDiagnostic(report)] : []
    const source = readFileSync(join(folder, lesson, 'c/driver.c'), 'utf8')
    const about: FileDiagnostics = { file: 'driver.c', source: 'kernel', diagnostics }
    await expect(storiesToText(toStories(about), source)).toMatchFileSnapshot(
      `crashes/${lesson.replaceAll('/', '-')}.txt`,
    )
  })
})

describe('every recorded refusal of a lesson', () => {
  it.each(lessons)('%s has its place, its steps and its rails', (lesson) => {
    const { start, wrong } = readRecorded(lesson)
    for (const { diagnostics } of [start, ...Object.values(wrong)]) {
      const file = diagnostics[0]?.spans.find(({ external }) => !external)?.file ?? 'main.rs'
      const stories = toStories({ file, source: 'rustc', diagnostics })
      for (const story of stories) expect(story.steps.filter(({ isRefused }) => isRefused)).not.toEqual([])
      for (const { stops } of toRails(stories)) expect(stops.map(({ mark }) => mark)).toContain('refused')
    }
  })
})

function readRecorded(lesson: string): Recorded {
  return Recorded.strip().parse(JSON.parse(readFileSync(join(folder, lesson, 'recorded.json'), 'utf8')))
}

import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseBootScript } from '#course/boot-script.ts'
import type { Exercise } from '#course/exercise.ts'
import { holdsAll, judgeBoot } from '#course/judge-boot.ts'
import { withKunit } from '#course/kunit-files.ts'
import { hasExercise } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import type { BootEvent, BootRequest, Verdict } from '#protocol/boot.ts'
import { consoleOf, reportsOf } from '#protocol/boot-events.ts'
import type { Language, SourceFiles, Variant } from '#protocol/compile.ts'
import { variantNames } from '#protocol/variants.ts'
import { readLessonFiles } from '#scripts/verify/read-lesson-files.ts'
import { boot } from '#service/boot/boot.ts'
import type { Kernel } from '#service/kernel/kernel-environment.ts'
import { kernelTimeout, openRealKernels } from '../service/kernel/real-kernel.ts'

/** The driver that readers build from chapter 5 on, as it is at the end of chapter 8. */
let driver: Exercise
let kernels: Record<Variant, Kernel>

beforeAll(async () => {
  driver = await readDriver()
  kernels = await openRealKernels()
}, kernelTimeout)

describe.each(variantNames)('the driver that grew from chapter 5 to 8, on the kernel «%s»', (variant) => {
  it('passes its suite in user space and its KUnit tests', async () => {
    const { judgement, verdict } = await check(variant, 'rust', withKunit(driver.solution, driver.kunit))
    expect(judgement.tests.filter(({ result }) => result === 'ok').length).toBeGreaterThanOrEqual(4)
    expect(judgement).toSatisfy(holdsAll)
    expect(verdict).toBe('clean')
  })

  it('passes the same suite in C', async () => {
    const { judgement, verdict } = await check(variant, 'c', { 'driver.c': driver.driver, ...driver.headers })
    expect(judgement).toSatisfy(holdsAll)
    expect(verdict).toBe('clean')
  })
})

describe('its unsafe code', () => {
  it('stands in what wraps C, and in no line of the driver itself', () => {
    const withUnsafe = Object.entries(driver.solution).filter(([, text]) =>
      /\bunsafe\b/.test(withoutComments(text)),
    )
    expect(withUnsafe.map(([path]) => path).sort()).toEqual(['current.rs', 'flush.rs', 'ring.rs'])
  })

  it('has a comment for each block that says why it is sound', () => {
    for (const text of Object.values(driver.solution)) {
      const blocks = [...withoutComments(text).matchAll(/\bunsafe (\{|impl\b)/g)]
      expect([...text.matchAll(/\/\/ SAFETY:/g)].length).toBeGreaterThanOrEqual(blocks.length)
    }
  })
})

async function readDriver(): Promise<Exercise> {
  const course = readCourse(await readLessonFiles(join(import.meta.dirname, '../../lessons')))
  const slug = 'userspace-interfaces/project-logbook'
  const lesson = course.flatMap(({ lessons }) => lessons).find((each) => each.slug === slug)
  if (!lesson || !hasExercise(lesson)) throw new Error(`no exercise ${slug}`)
  return lesson.exercise
}

async function check(variant: Variant, language: Language, files: SourceFiles) {
  const script = parseBootScript(driver.checkScript ?? '')
  const events = await run({
    language,
    variant,
    files,
    ...driver.companions,
    script: script.commands.join('\n'),
  })
  const verdict = toVerdict(events)
  const outcome = { console: consoleOf(events), reports: reportsOf(events), ending: verdict, files }
  return { verdict, judgement: judgeBoot(script, outcome, language === 'rust' ? driver.kunit : undefined) }
}

async function run(request: BootRequest): Promise<BootEvent[]> {
  const events: BootEvent[] = []
  await boot(kernels[request.variant].environment(), request, (event) => void events.push(event))
  return events
}

function toVerdict(events: BootEvent[]): Verdict {
  const last = events.at(-1)
  if (last?.kind === 'finished') return last.verdict
  throw new Error(`the boot ended with ${JSON.stringify(last)}`)
}

function withoutComments(rust: string): string {
  return rust.replace(/\/\/.*$/gm, '')
}

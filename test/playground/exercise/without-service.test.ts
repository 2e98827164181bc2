import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ExerciseLesson } from '#course/lesson.ts'
import { hasExercise } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { isEdit, type Task } from '#course/tasks/task.ts'
import { withoutUnused } from '#course/tasks/task-program.ts'
import { toScript } from '#playground/backends/boot/recorded-boot-client.ts'
import type { ProvenExercise } from '#playground/backends/proven-exercise.ts'
import { unreachable } from '#playground/backends/request-failure.ts'
import { createChecker } from '#playground/exercise/create-checker.ts'
import { createExerciseTools } from '#playground/exercise/exercise-tools.ts'
import { measureSide } from '#playground/exercise/measure-side.ts'
import { orRecorded, withRecordedStart } from '#playground/exercise/trials/task-trials.ts'
import { withRecordedRuns } from '#playground/exercise/trials/with-trials.ts'
import { buildProgram } from '#playground/program/build-program.ts'
import { root } from '#scripts/root.ts'
import { readLessonFiles } from '#scripts/verify/read-lesson-files.ts'
import { listPrograms } from '#scripts/verify/trials/try-exercise.ts'

const files = await readLessonFiles(join(root, 'lessons'))
const lessons = readCourse(files).flatMap((chapter) => chapter.lessons)
const folders = Object.fromEntries(lessons.map(({ slug, folder }) => [slug, folder]))
const { signal } = new AbortController()

/** The site alone: nobody compiles. */
beforeEach(() => {
  vi.stubGlobal('document', { querySelector: () => null })
  vi.stubGlobal('fetch', async (address: string) => {
    const slug = /^\/(.+)\/trials\.json$/.exec(address)?.[1]
    if (slug === undefined) throw new TypeError('nobody answers')
    return new Response(files[`${folders[slug]}/trials.json`] ?? '', { status: 200 })
  })
})

function toProven({ exercise, recorded }: ExerciseLesson): ProvenExercise {
  return { ...exercise, ...(recorded && { recorded }) }
}

describe.each(lessons.filter(hasExercise).map((lesson) => [lesson.folder, lesson] as const))(
  'without a service, of %s',
  (_, lesson) => {
    const exercise = toProven(lesson)
    const tools = () => createExerciseTools(exercise)

    it.each(listPrograms(lesson))('the reader sees what Check says of %s', async (name, program) => {
      const report = await createChecker(tools())(program, signal, () => {})
      expect(report).toMatchObject({
        kind: 'report',
        solved: name === 'solution',
        recorded: { by: expect.stringMatching(/^rustc \d/), because: unreachable },
      })
    })

    it.each(listPrograms(lesson))('the reader sees what Run shows of %s', async (_, program) => {
      const { target, variant, companions, boot } = exercise
      if (target === 'kernel') {
        const request = {
          language: 'rust',
          variant,
          files: program,
          ...companions,
          script: toScript(boot),
        } as const
        expect(await tools().bootClient.boot(request, () => {}, signal)).toMatchObject({ kind: 'complete' })
        return
      }
      const build = withRecordedRuns(
        exercise,
        (...asked) => buildProgram(tools().compileClient, ...asked),
        () => '',
      )
      const built = await build({ action: 'build', files: program }, signal)
      expect(['ran', 'not built']).toContain(built.kind)
    })

    it('the reader sees what Run shows of the C, and what compilers say of all', async () => {
      const { variant, companions, boot, headers, driver, target } = exercise
      const c = { ...headers, 'driver.c': driver }
      const request = { language: 'c', variant, files: c, ...companions, script: toScript(boot) } as const
      expect(await tools().bootClient.boot(request, () => {}, signal)).toMatchObject({ kind: 'complete' })
      for (const [name, program] of listPrograms(lesson)) {
        const check = { target, language: 'rust', action: 'check', files: program } as const
        expect(await tools().compileClient.compile(check, signal), name).toMatchObject({ kind: 'result' })
      }
    })

    it.skipIf(!exercise.measured)('the reader sees what each program weighs', async () => {
      for (const [name, program] of listPrograms(lesson)) {
        const request = { language: 'rust', variant: exercise.variant, files: program } as const
        const sizes = await measureSide(tools().inspectClient, request, signal)
        expect(sizes, name).toMatchObject({ kind: 'sizes', isRecorded: true })
      }
    })
  },
)

const tasks = lessons.flatMap((lesson) => {
  const all: Task[] = 'tasks' in lesson ? lesson.tasks : []
  return all.filter(isEdit).map((task) => [lesson.slug, task.name, task] as const)
})

it.each(tasks)('without a service, %s#%s tells of its start and its solution', async (slug, _, task) => {
  const edited = { slug, ...task }
  const nobody = { compile: async () => unreachable }
  for (const source of [task.start, task.solution]) {
    const report = await orRecorded(edited, source, { kind: 'no result', failure: unreachable })
    expect(report).toMatchObject({ recorded: { by: expect.stringMatching(/^rustc/) } })
    expect('solved' in report && report.solved).toBe(source === task.solution)
    const answer = await withRecordedStart(edited, nobody).compile(
      { target: 'userspace', language: 'rust', action: 'check', files: { 'main.rs': source } },
      signal,
    )
    expect(answer).toMatchObject({ kind: 'result', recorded: { because: unreachable } })
    if (answer.kind === 'result' && answer.result.outcome === 'accepted')
      expect(withoutUnused(answer.result.diagnostics)).toEqual(answer.result.diagnostics)
  }
})

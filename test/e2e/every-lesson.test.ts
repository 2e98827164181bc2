import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { hasExercise } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { isEdit, type Task } from '#course/tasks/task.ts'
import { root } from '#scripts/root.ts'
import { readLessonFiles } from '#scripts/verify/read-lesson-files.ts'
import { useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const course = readCourse(await readLessonFiles(join(root, 'lessons')))
const chapters = course.filter(({ lessons }) => lessons.length > 0)

it.each(chapters)(
  'every lesson of «$title» is solved by its solution, and its tasks by theirs',
  { timeout: 300_000 },
  async ({ slug, lessons }) => {
    const page = await stage.open('/')
    // The same work, without the weight of the large editor on each page.
    await page.evaluate(() => localStorage.setItem('no-oops:editor', '"plain"'))
    for (const lesson of lessons) {
      await page.goto(stage.url(`/${lesson.slug}/`))
      if (hasExercise(lesson)) await solveExercise(page)
      for (const task of 'tasks' in lesson ? lesson.tasks : []) await doTask(page, task)
    }
    await page.goto(stage.url('/'))
    const done = page.locator(`.path [data-progress^="${slug}/"]`, { has: page.locator('.done:visible') })
    expect(await done.count()).toBe(lessons.length)
    await page.context().close()
  },
)

async function solveExercise(page: Page) {
  const { bench, button, menu } = await openWorkbench(page)
  await menu('Solution')
  await button('Show the solution').click()
  await button('Put it into the editor').click()
  await button('Check').click()
  await bench.getByText(/^Solved: all \d+ checks hold\.$/).waitFor()
}

/** A recall shows some of its tasks. */
async function doTask(page: Page, task: Task) {
  const section = page.locator(`[data-task="${task.name}"]`)
  if (!(await section.isVisible())) return
  if (isEdit(task)) {
    const editor = section.getByRole('region', { name: `Editor of ${task.name}` })
    await editor.locator('.wb-static .line').first().click()
    await editor.getByRole('textbox').fill(task.solution)
    await editor.getByRole('button', { name: /^Check/ }).click()
  } else if (task.ask === 'prints' && !task.instead) {
    await section.locator('[name="typed"]').fill(task.prints)
    await section.getByRole('button', { name: 'Compare' }).click()
  } else {
    // By keyboard: code that comes into sight is laid out then, and moves what is below it.
    await section.locator('.choice-right, .correct input').press('Space')
  }
  await expect.poll(() => section.getAttribute('data-done'), { message: task.name, timeout: 30_000 }).toBe('')
}

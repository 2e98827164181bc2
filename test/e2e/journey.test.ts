import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { lessonFile } from './lesson-files.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const folder = '03-ownership/02-borrow-deadline'

it('a newcomer picks a lesson, is refused inline, fixes the Rust, runs it, solves it, and finds it done tomorrow', async () => {
  const page = await stage.open('/')
  await page
    .getByRole('link', { name: /Use after free and borrows/ })
    .last()
    .click()
  await page.waitForURL('**/ownership/borrow-deadline/')

  const { bench, status, problems, write, drawn, told, askRustc, tab, button } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  expect(await problems.count(), 'nothing is told before the reader has predicted').toBe(0)
  await askRustc()
  await status.getByText('rustc refuses this program: 1 error.').waitFor()
  expect(await told()).toEqual([
    '18 binding fault declared here',
    '19 ✗ E0597 fault.text does not live long enough borrowed value does not live long enough',
    '20 fault.text dropped here while still borrowed',
    '22 borrow later used here',
  ])
  expect(await bench.locator('.wb-story-margin .stop:visible').count(), 'a stop for each step').toBe(4)
  expect(await problems.count()).toBe(1)
  expect(await problems.getByRole('link').allInnerTexts()).toEqual([
    'line 18',
    'line 19',
    'line 20',
    'line 22',
  ])

  await write(lessonFile(`${folder}/solution/main.rs`))
  await status.getByText('rustc accepts this program.').waitFor()
  await button('Run').click()
  await bench.getByLabel('Output of the program').getByText('over-temperature').waitFor()

  await button('Check').click()
  const checks = bench.getByRole('tabpanel', { name: /^Checks/ })
  await checks.getByText(/^Solved: all \d+ checks hold\.$/).waitFor()
  await checks.getByText('a fault is freed once it was read').waitFor()
  await bench.getByText('Saved in this browser', { exact: true }).waitFor()

  await page.reload()
  await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  expect(await drawn()).toContain('let taken = self.pending.take();')
  await tab('Checks')
  await bench.getByText('You solved this before.').waitFor()

  await page.goto(stage.url('/'))
  const entry = page.locator('[data-progress="ownership/borrow-deadline"]')
  await entry.getByText('done').waitFor({ state: 'visible' })
  await page.context().close()
})

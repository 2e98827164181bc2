import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { phone, useStage } from './browser.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'

describe.each([390, 820, 1280, 1440, 1920])('before anybody reads, at %i px', (width) => {
  const options = width === 390 ? phone : { viewport: { width, height: 720 } }

  it('a lesson fetches no script', async () => {
    const page = await stage.open(lesson, options)
    await page.waitForLoadState('networkidle')
    expect(await fetched(page)).not.toContainEqual(expect.stringMatching(/\.js(on)?$/))
    await page.context().close()
  })

  it('bar, tabs and question are where they stay', async () => {
    const page = await stage.open(lesson, options)
    const before = await placesOfParts(page)
    await page.mouse.move(1, 1)
    await workbench(page).evaluate((section) => section.scrollIntoView())
    await page.locator('#wb-menu li').first().waitFor({ state: 'attached' })
    await page.evaluate(() => scrollTo(0, 0))
    expect(await placesOfParts(page)).toEqual(before)
    await page.context().close()
  })
})

it.each([lesson, '/sharing-and-locking/project-logbook/'])(
  'no code of %s moves when the large editor comes, and its numbers keep off the frame',
  async (path) => {
    const page = await stage.open(path)
    const before = await roomBefore(page, '.wb-static .src')
    await page.mouse.move(1, 1)
    await workbench(page).locator('.view-line').first().waitFor()
    expect(Math.abs((await roomBefore(page, '.view-line')) - before)).toBeLessThan(1)
    await expect.poll(() => roomBefore(page, '.line-numbers')).toBeGreaterThan(5)
    await page.context().close()
  },
)

it.each(['Hint', 'Check', 'Ask rustc'])('a click on «%s» that comes first is not lost', async (name) => {
  const page = await stage.open(lesson)
  await workbench(page).getByRole('button', { name, exact: true }).click()
  const came = { Hint: 'Hint 1 of 3', Check: /^Not yet/, 'Ask rustc': /^rustc refuses this program/ }[name]!
  await workbench(page).getByText(came).first().waitFor()
  await page.context().close()
})

it('who clicks into the code first is in the editor, at that place', async () => {
  const page = await stage.open(lesson)
  await workbench(page).locator('.wb-static:visible .line', { hasText: 'seen.len()' }).click()
  await workbench(page).locator('.view-line').first().waitFor()
  await page.keyboard.press('End')
  await page.keyboard.type(' // here')
  await workbench(page).locator('.view-line', { hasText: 'seen.len() // here' }).waitFor()
  await page.context().close()
})

it('what is typed at the code before anything is loaded is not lost', async () => {
  const page = await stage.open('about:blank')
  let letThrough = () => {}
  const gate = new Promise<void>((resolve) => (letThrough = resolve))
  for (const late of ['**/_astro/workbench.*.js', '**/exercise.json'])
    await page.route(late, (route) => gate.then(() => route.continue()))
  await page.goto(stage.url(lesson))
  await workbench(page).locator('.wb-static:visible pre').focus()
  await page.keyboard.type('/* mine */')
  letThrough()
  await expect
    .poll(
      () =>
        workbench(page)
          .getByRole('textbox', { name: /the Rust you edit/ })
          .count(),
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0)
  await workbench(page).locator('.view-line', { hasText: '/* mine *///! The fault device' }).waitFor()
  await page.keyboard.type('/* too */')
  await workbench(page).locator('.view-line', { hasText: '/* mine *//* too */' }).waitFor()
  await page.context().close()
})

it('comes five seconds after the page to who gives no sign, and not before', async () => {
  const page = await stage.open('about:blank')
  await page.clock.install()
  await page.goto(stage.url(lesson))
  await page.waitForLoadState('networkidle')
  const before = await placesOfParts(page)
  await page.clock.runFor(4500)
  await page.waitForTimeout(300)
  expect(await fetched(page)).not.toContainEqual(expect.stringMatching(/workbench|exercise\.json/))
  await page.clock.runFor(600)
  await page.clock.resume()
  await page.locator('#wb-menu li').first().waitFor({ state: 'attached' })
  expect(await placesOfParts(page)).toEqual(before)
  expect(await page.evaluate(() => [scrollY, document.activeElement?.tagName])).toEqual([0, 'BODY'])
  await page.context().close()
})

it('comes by itself to who gives no sign, and at once to who has worked here before', async () => {
  const page = await stage.open(lesson)
  await page.locator('#wb-menu li').first().waitFor({ state: 'attached', timeout: 20_000 })
  await page.evaluate(() => localStorage.setItem('no-oops:theme', 'light'))
  await page.reload()
  await page.locator('#wb-menu li').first().waitFor({ state: 'attached', timeout: 4000 })
  await page.context().close()
})

it('where rustc accepts the start nobody is asked what it will say', async () => {
  const page = await stage.open('/rust-for-c-readers/functions-and-expressions/')
  expect(await workbench(page).getByRole('button', { name: 'Ask rustc' }).count()).toBe(0)
  await page.mouse.move(1, 1)
  await workbench(page).getByText('rustc accepts this program').first().waitFor()
  await page.context().close()
})

it('the first hint is about the error of the start, though rustc was not asked', async () => {
  const page = await stage.open(lesson)
  await workbench(page).getByRole('button', { name: 'Hint', exact: true }).click()
  await workbench(page).getByText('The fault belongs to the variable').first().waitFor()
  await page.context().close()
})

it('an answer that is chosen before any script is there is saved', async () => {
  const { page, letThrough } = await openWithout('**/for-reader.js', lesson)
  const answer = page.locator('.questions .answer input').nth(1)
  await answer.check()
  letThrough()
  await expect
    .poll(() => savedAnswers(page))
    .toMatchObject({ 'question-1': { given: expect.stringContaining('to the brace') as string } })
  await page.reload()
  await expect.poll(() => answer.isChecked()).toBe(true)
  await page.context().close()
})

it('what is chosen and typed in a drill before its script is there counts too', async () => {
  const { page, letThrough } = await openWithout('**/tasks.js', '/rust-for-c-readers/structs-and-methods/')
  const typed = page.locator('[data-prints]:visible').first()
  await typed.locator('[name=typed]').fill('nothing')
  await typed.getByRole('button', { name: 'Compare' }).click()
  await page.locator('.task-choices input:visible').first().check({ force: true })
  letThrough()
  await typed.getByText('No, it prints something else.').waitFor()
  await expect.poll(async () => Object.keys(await savedAnswers(page)).length).toBe(2)
  expect(new URL(page.url()).search, 'the form is sent to no server').toBe('')
  await page.context().close()
})

it('a porting lesson begins with its first step open, and with the second for who has done that', async () => {
  const page = await stage.open('/rust-for-c-readers/port-a-parser/')
  const open = () =>
    page
      .locator('[data-step] details')
      .evaluateAll((all) => all.flatMap((step, at) => ((step as HTMLDetailsElement).open ? at + 1 : [])))
  expect(await open()).toEqual([1])
  await page.evaluate(() => {
    const { lesson } = document.querySelector<HTMLElement>('[data-lesson]')!.dataset
    const { checks } = document.querySelector<HTMLElement>('[data-step]')!.dataset
    const done = (JSON.parse(checks!) as string[]).map((check) => [check, { done: true, firstRight: true }])
    localStorage.setItem(`no-oops:answers:${lesson}`, JSON.stringify(Object.fromEntries(done)))
  })
  await page.reload()
  await expect.poll(open).toEqual([2])
  await page.context().close()
})

/** A page that gets a script only when that is let through. */
async function openWithout(script: string, path: string): Promise<{ page: Page; letThrough: () => void }> {
  const page = await stage.open('about:blank')
  let letThrough = () => {}
  const gate = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route(script, (route) => gate.then(() => route.continue()))
  await page.goto(stage.url(path))
  return { page, letThrough }
}

function savedAnswers(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => {
    const { lesson } = document.querySelector<HTMLElement>('[data-lesson]')!.dataset
    return JSON.parse(localStorage.getItem(`no-oops:answers:${lesson}`) ?? '{}') as Record<string, unknown>
  })
}

/** Pixels between the frame of the workbench and the text that begins closest to it. */
function roomBefore(page: Page, selector: string): Promise<number> {
  return workbench(page).evaluate((section, selector) => {
    const texts = [...section.querySelectorAll(selector)].filter(
      (it) => it.checkVisibility() && it.textContent !== '',
    )
    const range = document.createRange()
    const lefts = texts.map((text) => (range.selectNodeContents(text), range.getBoundingClientRect().left))
    return Math.min(...lefts) - section.getBoundingClientRect().left
  }, selector)
}

function workbench(page: Page) {
  return page.getByRole('region', { name: 'Workbench' })
}

function fetched(page: Page): Promise<string[]> {
  return page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
}

/** Of buttons and tabs, by their names, in pixels from the top left corner of the workbench. */
function placesOfParts(page: Page): Promise<Record<string, number[]>> {
  return workbench(page).evaluate((section) => {
    const { left, top } = section.getBoundingClientRect()
    const parts = [...section.querySelectorAll<HTMLElement>('button')].filter((it) => it.checkVisibility())
    return Object.fromEntries(
      parts.map((part) => {
        const box = part.getBoundingClientRect()
        return [
          part.id || part.textContent.trim(),
          [box.left - left, box.top - top, box.width].map((it) => Math.round(it)),
        ]
      }),
    )
  })
}

import { describe, expect, it } from 'vitest'
import { toSnippet } from '#playground/workbench/embed/to-frame.ts'
import { violations } from './axe.ts'
import { useStage } from './browser.ts'
import { serveCourse } from './course.ts'
import { clipboard } from './playground-page.ts'
import { openWorkbench } from './workbench-page.ts'

const friend = 'http://127.0.0.1:1'
const stage = useStage(() => serveCourse({ environment: { FRAME_ANCESTORS: friend } }))
const lesson = 'ownership/borrow-deadline/'

describe('«Embed» in the menu', () => {
  it('gives the HTML with the title, height and colours that are chosen, says who may use it, and copies it', async () => {
    const page = await stage.open(`/${lesson}`, { ...clipboard, bypassCSP: true })
    const { menu } = await openWorkbench(page)
    await menu('Embed')
    const dialog = page.getByRole('dialog', { name: 'Embed in a page of yours' })
    await dialog.getByText(`Pages of ${friend} may show it in a frame, and no others.`).waitFor()
    await dialog.getByLabel('Title').fill('What "x" borrows')
    await dialog.getByLabel('Height in pixels').fill('500')
    await dialog.getByLabel('Colours').selectOption('dark')
    await dialog.getByLabel('In sight at first').selectOption('c')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Copy' }).press('Enter')
    await dialog.getByRole('status').getByText('Copied.').waitFor()
    const src = `${stage.url(`/embed/${lesson}`)}?theme=dark&side=c`
    const frame = { src, title: 'What "x" borrows', width: '100%', height: 500 } as const
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      toSnippet(frame, stage.url('/embed.js')),
    )
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    await page.context().close()
  })

  it('of the playground holds its code', async () => {
    const page = await stage.open('/playground/')
    const { write, menu } = await openWorkbench(page)
    await write('fn main() { println!("embedded"); }\n')
    await menu('Embed')
    const html = page.getByRole('dialog').getByRole('textbox', { name: 'HTML' })
    expect(await html.inputValue()).toMatch(/\/embed\/playground\/#work1=[\w-]+" title="Playground"/)
    await page.context().close()
  })
})

import type { Page } from 'playwright-core'
import { openWorkbench } from './workbench-page.ts'

/** For `stage.open`: the page may read what it copied. */
export const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }

export type PlaygroundPage = Awaited<ReturnType<typeof openPlayground>>

/** The playground with what one does in it; its target is the kernel if that is asked for. */
export async function openPlayground(page: Page, target?: 'kernel') {
  const workbench = await openWorkbench(page)
  const { bench } = workbench
  await bench.getByRole('button', { name: /^Run( both)?$/ }).waitFor()
  const choose = (label: string, option: string) =>
    bench.getByLabel(label, { exact: true }).selectOption(option)
  if (target) await choose('Target', target)
  return {
    ...workbench,
    choose,
    begin: (template: string) => workbench.menu(template, 'Begin with a template'),
    file: (name: string) => bench.getByRole('tab', { name: new RegExp(`(^| )${name}$`) }),
    editor: (name: string) => bench.getByRole('textbox', { name: new RegExp(`^${name},`) }),
    async addFile(name: string) {
      await workbench.menu('Add a file')
      await page.getByRole('dialog').getByRole('textbox').fill(name)
      await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click()
    },
  }
}

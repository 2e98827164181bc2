import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { openWorkbench } from './workbench-page.ts'

/** Opens a shell with the lesson's C driver. */
export async function openShell(page: Page) {
  const { bench, tab, told, button } = await openWorkbench(page)
  await tab('driver.c')
  await tab('Shell')
  await button('Open a shell').click()
  const terminal = bench.getByRole('group', { name: /^Terminal/ })
  await sees(terminal, '~ #')
  return { bench, terminal, told, button, tab }
}

/** Waits until the terminal shows a text. */
export async function sees(terminal: Locator, text: string): Promise<void> {
  await expect.poll(() => screenOf(terminal), { timeout: 30_000 }).toContain(text)
}

/** What the terminal shows, with plain spaces. */
export async function screenOf(terminal: Locator): Promise<string> {
  return (await terminal.locator('.xterm-rows').innerText()).replaceAll('\u00a0', ' ')
}

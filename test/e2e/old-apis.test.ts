import { expect, it } from 'vitest'
import { readDriver } from '../story/drivers.ts'
import { phone, useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = '/first-module/module-and-exit/'

it('an old driver is told what replaced its APIs, and one slip of module! counts once', async () => {
  const page = await stage.open(lesson)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const { bench, write, status } = await openWorkbench(page)
  expect(asked).not.toContain('/reference/renamed.json')
  await write(readDriver('module-with-old-keys.rs'))
  await status.getByText('refuses this program: 5 errors.').waitFor()
  const first = bench.locator('.wb-problem').filter({ visible: true }).first()
  await first.getByText('Since 6.2:').waitFor()
  await first.getByText('3 errors follow from this one').click()
  await first.getByText('`module!` was refused, and it makes this name.'.replaceAll('`', '')).waitFor()
  const second = bench.locator('.wb-problem').filter({ visible: true }).nth(1)
  await second.getByText('Since 6.13:').waitFor()
  await second.getByRole('button', { name: 'Fix: use KVec<T>' }).click()
  await status.getByText('refuses this program: 4 errors.').waitFor()
  expect(asked.filter((path) => path === '/reference/renamed.json')).toHaveLength(1)
  await first.getByRole('link', { name: 'old and new' }).click()
  await page.waitForURL('**/reference/renamed/#module-bytes')
  await page.context().close()
})

it('the table of old and new is filtered, and opens the only row that is left', async () => {
  const page = await stage.open('/reference/renamed/')
  await page.getByLabel('Filter').fill('del_timer_sync 6.15')
  await page.getByText('1 match; Enter opens it.').waitFor()
  await page.getByLabel('Filter').press('Enter')
  await page.waitForURL('**/reference/renamed/#del-timer-sync')
  expect(await page.getByRole('row', { name: /try_push/ }).count()).toBe(0)
  await page.context().close()
})

it('it can be read without JavaScript, and on a phone', async () => {
  const page = await stage.open('/reference/renamed/', { ...phone, javaScriptEnabled: false })
  await page.getByText('timer_container_of(p, t, field)').first().waitFor()
  expect(await page.getByLabel('Filter').isVisible()).toBe(false)
  await page.context().close()
})

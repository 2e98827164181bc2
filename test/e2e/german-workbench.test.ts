import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { wordsOf } from '#i18n/words.ts'
import { phone, useStage } from './browser.ts'
import { lessonFile } from './lesson-files.ts'

const stage = useStage()
// A kernel boots in a second; on a busy machine it may be twenty.
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/de/orientation/how-your-code-runs/'
const folder = '01-orientation/05-how-your-code-runs'

it('a German lesson is run, refused and solved with no English word of ours in its workbench', async () => {
  const page = await stage.open(lesson)
  const { bench, button, tab } = await openGerman(page)
  expect(await findEnglish(page), 'before anything is done').toEqual([])

  await tab('driver.c')
  const verdict = bench.locator('.wb-verdict')
  await verdict.getByText('clang nimmt dieses Programm an.').waitFor()
  await button('Ausführen').click()
  await bench
    .getByText(/^BUG: KASAN: slab-out-of-bounds in .* Das Skript lief trotzdem bis zum Ende\.$/)
    .waitFor()
  expect(await findEnglish(page), 'after the crash').toEqual([])

  await tab('driver.rs')
  await tab('Probleme')
  await button('rustc fragen').click()
  await verdict.getByText('rustc lehnt dieses Programm ab: 1 Fehler.').waitFor()
  expect(await findEnglish(page), 'after the refusal').toEqual([])
  await button('Hinweis').click()
  await bench.getByRole('heading', { name: 'Hinweis 1 von 3' }).waitFor()
  expect(await findEnglish(page), 'beside a hint').toEqual([])
  await button('Schließen').click()

  const input = bench.getByRole('textbox', { name: 'driver.rs, das Rust zum Bearbeiten' })
  await input.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText(lessonFile(`${folder}/solution/driver.rs`))
  await button('Prüfen').click()
  await bench.getByText(/^Gelöst: Alle \d+ Prüfungen sind erfüllt\.$/).waitFor()
  expect(await findEnglish(page), 'once it is solved').toEqual([])
  await page.context().close()
})

it('the menu and the shell’s tab of a German lesson are in German on a phone, and nothing is too wide', async () => {
  const page = await stage.open(lesson, phone)
  const { bench, tab } = await openGerman(page)
  await tab('Shell')
  await bench.getByRole('button', { name: 'Shell öffnen' }).waitFor()
  await bench.getByRole('button', { name: 'Menü' }).click()
  await bench.getByText('Lektion zurücksetzen').waitFor()
  expect(await findEnglish(page)).toEqual([])
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect(scrollWidth, 'nothing makes the page wider than the phone').toBeLessThanOrEqual(clientWidth)
  await page.context().close()
})

it('the German playground is in German', async () => {
  const page = await stage.open('/de/playground/')
  const { bench, button } = await openGerman(page)
  await button('Ausführen').click()
  await bench
    .getByText('rustc lehnt das Programm ab, also gibt es nichts auszuführen. Siehe Probleme.')
    .waitFor()
  expect(await findEnglish(page)).toEqual([])
  await page.context().close()
})

async function openGerman(page: Page) {
  const bench = page.getByRole('region', { name: 'Arbeitsfläche' })
  await bench.scrollIntoViewIfNeeded()
  await page.mouse.move(1, 1)
  await bench.locator('#wb-menu li').first().waitFor({ state: 'attached' })
  return {
    bench,
    button: (name: string) => bench.getByRole('button', { name, exact: true }),
    tab: (name: string) => bench.getByRole('tab', { name: new RegExp(`^${name}|${name}$`) }).click(),
  }
}

const german = wordsOf('de')!
/** Sentences that are another one in German. */
const english = Object.keys(german).filter((key) => key !== '' && german[key] !== key && !key.includes('{'))

/** The words of a workbench that are ours and English: whole sentences that are known, and what has a word that no German has. */
function findEnglish(page: Page): Promise<string[]> {
  return page.evaluate((known) => {
    // What is spoken of a verdict quotes the compiler.
    const theirs =
      '[lang=en], [translate=no], code, pre, kbd, .monaco-editor, .wb-editor, .wb-serial, .wb-announcer, [data-fix]'
    const bench = document.querySelector('.workbench')!
    const words = [...bench.querySelectorAll('*')]
      .filter((element) => !element.closest(theirs) && element.checkVisibility())
      .flatMap((element) => [
        ...[...element.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : [])),
        ...['aria-label', 'title', 'placeholder', 'aria-valuetext'].map(
          (name) => element.getAttribute(name) ?? '',
        ),
      ])
    const isEnglish = (text: string) =>
      known.includes(text) ||
      /(?<![\w/.-])(?:the|this|your|you|and|of|is|line|here|to|run|check)(?![\w/.-])/i.test(text)
    return [...new Set(words.map((text) => text.trim()).filter(isEnglish))]
  }, english)
}

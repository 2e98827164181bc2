import type { BrowserContextOptions, Page } from 'playwright-core'
import { phone } from './browser.ts'

/** A window in which what the workbench promises has to hold. */
export interface Screen {
  width: number
  /** For `stage.open`. */
  options: BrowserContextOptions
}

/** A phone, a tablet, a projector, a laptop and a large screen. */
export const screens: Screen[] = [
  { width: 390, options: phone },
  ...toScreens([820, 1180], [1280, 720], [1440, 900], [1920, 1080]),
]

/** Those where the workbench is a part of the page that is scrolled. */
export const narrow = screens.filter(({ width }) => width < 1100)
/** Those where it stands beside the text, and has a split view. */
export const broad = screens.filter(({ width }) => width >= 1100)

/** Numbers of the lines whose rows are wholly in the visible part of an editor, Monaco or a textarea: that of one language, or the first that is there. */
export function linesInSight(page: Page, language = ''): Promise<number[]> {
  return page.locator(`.wb-editor${language && `-${language}`}`).evaluateAll((panes) => {
    const pane = panes.find((it) => it.querySelector('.monaco-editor, textarea')?.clientHeight)
    const editor = pane?.querySelector('.monaco-editor, .plain-code')
    if (!editor) return []
    const { top, bottom } = editor.getBoundingClientRect()
    return [...editor.querySelectorAll('.line-numbers, .plain-row')]
      .filter((it) => {
        const row = it.getBoundingClientRect()
        return top <= row.top && row.bottom <= bottom
      })
      .map((it) => Number.parseInt(it.textContent))
  })
}

function toScreens(...sizes: [width: number, height: number][]): Screen[] {
  return sizes.map(([width, height]) => ({ width, options: { viewport: { width, height } } }))
}

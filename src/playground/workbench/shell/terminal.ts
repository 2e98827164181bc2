import { FitAddon } from '@xterm/addon-fit'
import { SearchAddon } from '@xterm/addon-search'
import { Terminal as Xterm } from '@xterm/xterm'
import sheet from '@xterm/xterm/css/xterm.css?inline'
import type { TerminalSize } from '../../program/shell-session.ts'
import { refuseLargeCounts } from './refuse-large-counts.ts'

/** A terminal in the page. */
export interface Terminal {
  write(text: string): void
  clear(): void
  focus(): void
  /** Shows the next place before the one that is shown where the text stands. */
  find(text: string): void
  size(): TerminalSize
  end(): void
}

export interface TerminalEvents {
  /** Whether something takes what is typed. */
  isOn(): boolean
  onType(text: string): void
  onResize(size: TerminalSize): void
}

/** Puts a terminal into an element, which it fills, now and when that changes its size. */
export function createTerminal(element: HTMLElement, { isOn, onType, onResize }: TerminalEvents): Terminal {
  const xterm = new Xterm({
    ...look(element),
    ...{ convertEol: true, scrollback: 5000, screenReaderMode: true, cursorBlink: true },
    // What a driver prints opens nothing.
    linkHandler: { activate: () => {} },
  })
  const [fit, search] = [new FitAddon(), new SearchAddon()]
  xterm.loadAddon(fit)
  xterm.loadAddon(search)
  refuseLargeCounts(xterm)
  element.append(createStyle())
  xterm.open(element)
  xterm.attachCustomKeyEventHandler(createKeyFilter(xterm, isOn))
  xterm.onData(onType)
  xterm.onResize(({ rows, cols }) => onResize({ rows, columns: cols }))
  const observer = new ResizeObserver(() => element.clientHeight > 0 && fit.fit())
  observer.observe(element)
  const endTheme = onTheme(() => (xterm.options.theme = look(element).theme))
  return {
    write: (text) => xterm.write(text),
    clear: () => xterm.reset(),
    focus: () => xterm.focus(),
    find: (text) => void search.findPrevious(text),
    size: () => ({ rows: xterm.rows, columns: xterm.cols }),
    end: () => (observer.disconnect(), endTheme(), xterm.dispose()),
  }
}

/** Calls back when the page becomes light or dark, by the reader's choice or the system's. */
function onTheme(callback: () => void): () => void {
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const chosen = new MutationObserver(callback)
  scheme.addEventListener('change', callback)
  chosen.observe(document.documentElement, { attributes: true })
  return () => (scheme.removeEventListener('change', callback), chosen.disconnect())
}

/** The sheet comes with the terminal: no other page has it. */
function createStyle(): HTMLStyleElement {
  const style = document.createElement('style')
  style.textContent = sheet
  return style
}

/** Tells which keys are the terminal's. Shift+Tab leaves it, Tab only after Esc or where nothing runs; what is marked is copied, and Ctrl+V is as everywhere. */
function createKeyFilter(xterm: Xterm, isOn: () => boolean): (event: KeyboardEvent) => boolean {
  let isAfterEscape = false
  return (event) => {
    const isLeaving = event.shiftKey || isAfterEscape || !isOn()
    if (event.type === 'keydown') isAfterEscape = event.key === 'Escape'
    return event.key === 'Tab' ? !isLeaving : !isForBrowser(event, xterm)
  }
}

function isForBrowser({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent, xterm: Xterm): boolean {
  if (!ctrlKey && !metaKey) return false
  const letter = key.toLowerCase()
  return letter === 'v' || (letter === 'c' && (shiftKey || xterm.hasSelection()))
}

function look(element: HTMLElement) {
  const style = getComputedStyle(element)
  const colour = (name: string): string => toRgb(style.getPropertyValue(name), element)
  return {
    fontFamily: style.fontFamily,
    fontSize: Number.parseFloat(style.fontSize),
    theme: {
      background: colour('--console'),
      foreground: colour('--console-ink'),
      cursor: colour('--console-command'),
      selectionBackground: colour('--console-dim'),
    },
  }
}

/** The terminal does not know `light-dark()`. */
function toRgb(value: string, element: HTMLElement): string {
  const probe = element.ownerDocument.createElement('span')
  probe.style.color = value
  element.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

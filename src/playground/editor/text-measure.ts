import type { Label } from '#story/labels.ts'
import { settingChanged } from '../storage/settings.ts'

const context = document.createElement('canvas').getContext('2d')!
const known = new Map<string, number>()

/** Tells how wide a label's text is in one row, in pixels. */
export type TextMeasure = (text: string, label: Label) => number

/** Measures in the fonts of the page, as the reader set them; each text once. */
export function createTextMeasure(): TextMeasure {
  let [text, code, size, codeSize] = readFonts()
  window.addEventListener(settingChanged, () => ([text, code, size, codeSize] = readFonts()))
  return (words, { source }) => {
    const font = source === 'kernel' ? `${codeSize} ${code}` : `${size} ${text}`
    const key = `${font}\n${words}`
    const width = known.get(key) ?? measure(font, words)
    known.set(key, width)
    return width + between
  }
}

function readFonts(): string[] {
  const style = getComputedStyle(document.documentElement)
  const names = ['--font-text', '--font-code', '--editor-size', '--editor-label-code']
  return names.map((name) => style.getPropertyValue(name))
}

/** Room for a gap to the next label, and for quoted code, which is set wider than it is measured. */
const between = 14

function measure(font: string, words: string): number {
  context.font = font
  return context.measureText(words).width * 1.04
}

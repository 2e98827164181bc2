import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import subsetFont from 'subset-font'

/** Draws an SVG whose text is in the code font, as PNG. */
export async function toPng(svg: string): Promise<Buffer> {
  font ??= Promise.all([400, 700].map(makeFont))
  const options = { fontFiles: await font, loadSystemFonts: false, defaultFontFamily: 'JetBrains Mono' }
  return new Resvg(svg, { font: options }).render().asPng()
}

let font: Promise<string[]> | undefined

/** The package has the font for browsers only, compressed, and of all weights in one; gives a file that can be drawn with. */
async function makeFont(weight: number): Promise<string> {
  const packed = createRequire(`${process.cwd()}/`).resolve(
    '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  )
  const made = await subsetFont(await readFile(packed), characters, {
    targetFormat: 'sfnt',
    variationAxes: { wght: weight },
  })
  // In a place of its own each build would leave two files behind.
  const folder = join(process.cwd(), 'node_modules/.cache/no-oops-font')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${weight}.ttf`)
  await writeFile(file, made)
  return file
}

const characters = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}«»·×–—‘’“”…→`

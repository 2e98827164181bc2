import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import sharp from 'sharp'
import subsetFont from 'subset-font'
import { codeCharacters } from './code-characters.ts'

/** Draws an SVG whose text is in the code font, as PNG; of few colours, as whoever shows a link to us loads it. */
export async function toPng(svg: string): Promise<Buffer> {
  font ??= Promise.all([400, 700].map(makeFont))
  const options = { fontFiles: await font, loadSystemFonts: false, defaultFontFamily: 'JetBrains Mono' }
  const png = new Resvg(svg, { font: options }).render().asPng()
  return sharp(png).png({ palette: true, colours: 32, effort: 10 }).toBuffer()
}

let font: Promise<string[]> | undefined

/** In titles of other languages. */
const foreignLetters = 'ÄÖÜäöüß„'

/** The package has the font for browsers only, compressed, and of all weights in one; gives a file that can be drawn with. */
async function makeFont(weight: number): Promise<string> {
  const packed = createRequire(`${process.cwd()}/`).resolve(
    '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  )
  const made = await subsetFont(await readFile(packed), codeCharacters + foreignLetters, {
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

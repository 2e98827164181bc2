import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import sharp from 'sharp'

/** Renders the site's icon for home screens, in the sizes that `manifest.webmanifest` names. */
export function appIcons(): AstroIntegration {
  return {
    name: 'app-icons',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir)
        const svg = await readFile(join(site, 'favicon.svg'))
        await mkdir(join(site, 'icons'))
        await Promise.all(sizes.map((size) => render(svg, size, join(site, 'icons', `${size}.png`))))
        await renderMaskable(svg, join(site, 'icons', 'maskable.png'))
      },
    },
  }
}

/** 180 is what iPhones ask for. */
const sizes = [180, 192, 512]

/** An SVG is rendered at 72 dots an inch unless told otherwise; the picture is 32 units wide. */
async function render(svg: Buffer, size: number, file: string): Promise<void> {
  await sharp(svg, { density: (72 * size) / 32 })
    .resize(size)
    .png()
    .toFile(file)
}

/** Systems cut such an icon to a shape of theirs: what matters stands in the inner four fifths. */
async function renderMaskable(svg: Buffer, file: string): Promise<void> {
  const inner = await sharp(svg, { density: (72 * 384) / 32 })
    .resize(384)
    .png()
    .toBuffer()
  await sharp({ create: { width: 512, height: 512, channels: 3, background: '#1f2328' } })
    .composite([{ input: inner }])
    .png()
    .toFile(file)
}

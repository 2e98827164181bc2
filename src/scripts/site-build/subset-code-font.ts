import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import subsetFont from 'subset-font'
import { codeCharacters } from '#components/preview/code-characters.ts'

/** Leaves in the built code font what code is made of; a rarer character comes from the reader's system. */
export function subsetCodeFont(): AstroIntegration {
  return {
    name: 'subset-code-font',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const names = await readdir(root, { recursive: true })
        const fonts = names.filter((name) => /jetbrains-mono.*\.woff2$/.test(name))
        await Promise.all(fonts.map((name) => subset(root + name)))
      },
    },
  }
}

async function subset(path: string) {
  const font = await subsetFont(await readFile(path), codeCharacters, {
    targetFormat: 'woff2',
    // Ligatures are off in our code, and cost as much as the letters.
    noLayoutClosure: true,
    variationAxes: { wght: { min: 400, max: 700, default: 400 } },
  })
  await writeFile(path, font)
}

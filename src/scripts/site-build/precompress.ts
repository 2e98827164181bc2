import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { AstroIntegration } from 'astro'

/** Writes a .br and a .gz beside every text file of the built site, for servers that send them as they are. */
export function precompress(): AstroIntegration {
  return {
    name: 'precompress',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const names = await readdir(root, { recursive: true })
        const texts = names.filter((name) => /\.(html|css|js|json|svg|ttf|txt|xml|wasm)$/.test(name))
        await Promise.all(texts.map((name) => compress(root + name)))
      },
    },
  }
}

async function compress(file: string) {
  const bytes = await readFile(file)
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: isForFew(bytes) ? 7 : 11 },
    }),
    promisify(gzip)(bytes, { level: 9 }),
  ])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}

/** A page that search engines pass over is not worth twenty times the time for a twelfth of its size. */
function isForFew(bytes: Buffer): boolean {
  return bytes.includes('<meta name="robots" content="noindex"')
}

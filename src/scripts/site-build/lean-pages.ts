import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { leaveIslandsToReader } from './lean-pages/leave-islands-to-reader.ts'
import { trimPolicy } from './lean-pages/trim-policy.ts'

/** Leaves out of each built page what is there for other pages only. */
export function leanPages(): AstroIntegration {
  return {
    name: 'lean-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir)
        const names = await readdir(site, { recursive: true })
        for (const name of names.filter((name) => name.endsWith('.html'))) {
          const page = await readFile(site + name, 'utf8')
          await writeFile(site + name, trimPolicy(leaveIslandsToReader(page)))
        }
      },
    },
  }
}

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { dropUnusedCss } from './lean-pages/drop-unused-css.ts'
import { anyOf, namesOfPage } from './lean-pages/known-names.ts'
import { leaveIslandsToReader } from './lean-pages/leave-islands-to-reader.ts'
import { readScriptNames } from './lean-pages/read-script-names.ts'
import { trimPolicy } from './lean-pages/trim-policy.ts'

/** Leaves out of each built page what is there for other pages only. */
export function leanPages(): AstroIntegration {
  return {
    name: 'lean-pages',
    hooks: { 'astro:build:done': ({ dir }) => leanSite(fileURLToPath(dir)) },
  }
}

async function leanSite(site: string): Promise<void> {
  const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'))
  const pages = await Promise.all(names.map((name) => readFile(join(site, name), 'utf8')))
  const namesOfScripts = await readScriptNames(site, pages)
  const toLean = (html: string): string => {
    const page = trimPolicy(leaveIslandsToReader(html))
    return dropUnusedCss(page, anyOf([namesOfPage(page), namesOfScripts(page)]))
  }
  await Promise.all(names.map((name, at) => writeFile(join(site, name), toLean(pages[at]!))))
}

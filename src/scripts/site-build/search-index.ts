import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { defaultLocale, locales } from '#i18n/locales.ts'
import { close, createIndex } from 'pagefind'
import type { SearchRecord } from '#components/search/search-kinds.ts'
import { toSearchDocument } from './search-document.ts'

/** Makes the index of the search in each language, `/pagefind/` and `/de/pagefind/`, of the records that the site was built with and of the lessons’ pages. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir)
        const readPage = (path: string) => readFile(`${site}${path}index.html`, 'utf8')
        for (const locale of Object.keys(locales)) {
          const folder = locale === defaultLocale ? site : `${site}${locale}/`
          const records = await takeRecords(`${folder}search-records.json`)
          const files = await makeIndex({ locale, records }, readPage)
          for (const { path, content } of files) await write(`${folder}pagefind/${path}`, content)
          logger.info(`${records.length} things can be found (${locale})`)
        }
      },
    },
  }
}

/** No page asks for them. */
async function takeRecords(file: string): Promise<SearchRecord[]> {
  const records = JSON.parse(await readFile(file, 'utf8')) as SearchRecord[]
  await rm(file)
  return records
}

interface IndexFile {
  path: string
  content: Uint8Array
}

/** What an index finds, and in which language most of it is: all of it is found by the word stems of that. */
interface Indexed {
  locale: string
  records: readonly SearchRecord[]
}

/** The files of an index, and of what searches it, as paths below one folder; `readPage` gives the page of a lesson. */
export async function makeIndex(
  { locale, records }: Indexed,
  readPage: (path: string) => Promise<string>,
): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: locale })
  if (!index) throw new Error(`Pagefind does not start: ${errors.join(', ')}`)
  try {
    await Promise.all(
      records.map(async (record) => {
        const page = record.kind === 'lesson' ? await readPage(record.url.slice(1)) : undefined
        const added = await index.addHTMLFile({ url: record.url, content: toSearchDocument(record, page) })
        if (added.errors.length > 0)
          throw new Error(`${record.url} is not indexed: ${added.errors.join(', ')}`)
      }),
    )
    const { files } = await index.getFiles()
    return files.filter(({ path }) => isNeeded(path))
  } finally {
    await close()
  }
}

/** Pagefind brings pages of its own too. */
function isNeeded(path: string): boolean {
  return !/(^|\/)pagefind-(?!entry|worker)/.test(path)
}

async function write(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}

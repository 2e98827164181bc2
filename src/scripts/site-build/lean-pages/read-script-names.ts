import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { anyOf, type KnownNames, namesOfMarkup, namesOfScript } from './known-names.ts'

/** Reads the scripts of a built site, of which `pages` are the texts; gives what those of a page may write as classes, with all that they load. */
export async function readScriptNames(
  site: string,
  pages: readonly string[],
): Promise<(html: string) => KnownNames> {
  const chunks = await readChunks(join(site, '_astro'))
  const dialogs = pages.filter((html) => html.includes(' data-dialog'))
  const always = anyOf([
    await readSiteScripts(site),
    await readFetched(site),
    ...dialogs.map((html) => namesOfMarkup(html)),
  ])
  return (html) => anyOf([always, ...[...findChunks(html, chunks)].map((chunk) => chunk.names)])
}

interface Chunk {
  /** Names of files, of other chunks among them. */
  files: string[]
  names: KnownNames
}

async function readChunks(folder: string): Promise<Map<string, Chunk>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  return new Map(texts.map((text, at) => [files[at]!, { files: filesIn(text), names: namesOfScript(text) }]))
}

/** All that a page names, and what these name. */
function findChunks(html: string, chunks: Map<string, Chunk>): Set<Chunk> {
  const found = new Set<Chunk>()
  const add = (files: readonly string[]): void => {
    for (const chunk of files.map((file) => chunks.get(file)).filter((chunk) => chunk !== undefined)) {
      if (found.has(chunk)) continue
      found.add(chunk)
      add(chunk.files)
    }
  }
  add(filesIn(html))
  return found
}

function filesIn(text: string): string[] {
  return [...new Set(text.match(/[\w.~-]+\.js\b/g))]
}

/** Those that any page may load, such as `/for-reader.js`. */
async function readSiteScripts(site: string): Promise<KnownNames> {
  const files = (await readdir(site)).filter((name) => name.endsWith('.js'))
  const texts = await Promise.all(files.map((name) => readFile(join(site, name), 'utf8')))
  return anyOf(texts.map(namesOfScript))
}

/** What scripts fetch and show: markup in JSON. */
async function readFetched(site: string): Promise<KnownNames> {
  const files = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.json'))
  const texts = await Promise.all(files.map((name) => readFile(join(site, name), 'utf8')))
  return namesOfMarkup(texts.join('\n'))
}

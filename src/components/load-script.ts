import { sitePath } from '#protocol/site-path.ts'
import { loadWords } from './load-words.ts'

/** Loads a script of the site that pages do without at first, such as `/words.js`; `src/pages/NAME.js.ts` makes it. */
export async function loadScript<Exports>(name: string): Promise<Exports> {
  await loadWords()
  const path = sitePath(`/${name}.js`)
  return import(path) as Promise<Exports>
}

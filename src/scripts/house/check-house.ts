import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultLocale, locales } from '#i18n/locales.ts'
import { root } from '../root.ts'
import type { Counts } from '../steps.ts'
import { findFaults } from './find-faults.ts'
import { findWordFaults, type WordsReport } from './find-word-faults.ts'

/** Prints each fault of our own source, and counts the check as one. */
export function checkHouse(): Counts {
  const source = readSource()
  const reports = reportWords(source)
  const faults = [...findFaults(source), ...reports.flatMap(({ faults }) => faults)]
  for (const { path, line, message } of faults) console.error(`${path}:${line}: ${message}`)
  return faults.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Prints which English sentences other languages do not have yet; readers of these see the English, so it is no fault. */
export function tellMissingWords(): Counts {
  for (const { locale, missing, total } of reportWords()) {
    console.log(`${locale}: ${total - missing.length} of ${total} sentences`)
    for (const english of missing) console.log(`  missing: ${english}`)
  }
  return { passed: 1, failed: 0 }
}

/** Compares the words of each language but English with those of the code. */
export function reportWords(source = readSource()): (WordsReport & { locale: string })[] {
  const code = Object.fromEntries(Object.entries(source).filter(([path]) => path.startsWith('src/')))
  return Object.keys(locales)
    .filter((locale) => locale !== defaultLocale)
    .map((locale) => {
      const path = `src/i18n/${locale}.yaml`
      const report = findWordFaults(code, { path, text: readFileSync(join(root, path), 'utf8') })
      return { ...report, locale }
    })
}

/** Of source and tests, path from the root → text. */
function readSource(): Record<string, string> {
  const paths = ['src', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  const code = paths.filter((path) => /\.(tsx?|mjs|astro)$/.test(path))
  return Object.fromEntries(code.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

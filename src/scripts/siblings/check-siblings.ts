import { join } from 'node:path'
import { root } from '../root.ts'
import { runCommand } from '../run-command.ts'
import type { Counts } from '../steps.ts'
import { readLessonFiles } from '../verify/read-lesson-files.ts'
import type { Drift } from './find-drift.ts'
import { judgeSiblings } from './judge-siblings.ts'
import type { WordsJudged } from './judge-words.ts'

/** Prints what is wrong with the translations, which counts as failed, and which are older than the English text, which does not. */
export async function checkSiblings(): Promise<Counts> {
  const { siblings, mistakes, drift, words } = judgeSiblings(await readLessonFiles(join(root, 'lessons')))
  for (const mistake of mistakes) console.error(mistake)
  for (const old of drift) console.warn(await describeDrift(old))
  for (const judged of words) console.log(describeWords(judged))
  console.log(`${siblings.length} files are translated, ${drift.length} of them from an older English text.`)
  return mistakes.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function describeWords({ language, stray, missing }: WordsJudged): string {
  return [
    ...stray.map(
      (text) => `⚠ words.${language}.yaml has «${text}», which words.yaml does not have any more.`,
    ),
    ...missing.map((text) => `⚠ words.${language}.yaml lacks «${text}».`),
    `The words of the course in ${language}: ${missing.length} are not translated.`,
  ].join('\n')
}

async function describeDrift({ path, source, from }: Drift): Promise<string> {
  const words = ['diff', '--no-ext-diff', '--no-color', '--unified=0', from, `lessons/${source}`]
  const { code, output } = await runCommand(['git', ...words], { cwd: root, quiet: true })
  const changed = code === 0 ? changedLines(output) : []
  return [
    `⚠ lessons/${path} was made from an older lessons/${source}.`,
    ...(changed.length > 0
      ? changed
      : [`    git ${words.slice(0, 1).join(' ')} ${from} lessons/${source} shows what changed.`]),
    `  Bring it over; then npm run lesson -- translated lessons/${path} says that it is done.`,
  ].join('\n')
}

/** As many as tell a translator what to look for. */
const shownLines = 12

function changedLines(diff: string): string[] {
  const lines = diff.split('\n').filter((line) => /^[-+](?!--|\+\+)/.test(line))
  const more = lines.length > shownLines ? [`    and ${lines.length - shownLines} lines more`] : []
  return [...lines.slice(0, shownLines).map((line) => `    ${line}`), ...more]
}

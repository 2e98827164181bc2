import type { Recorded } from '#course/parts.ts'
import type { KernelTree } from './kernel-tree.ts'
import { type Proof, toProof } from './proof.ts'
import type { LessonText } from './read-lesson-text.ts'

/** What holds of a text's sources, and the lines that they name for `recorded.json`. */
export interface ProvenSources {
  proofs: Proof[]
  record: Recorded['sources']
}

/** A text and the kernel source that its head lists. */
export interface Citing {
  /** Where its author finds it, below `lessons/`. */
  path: string
  sources: string[]
  text: LessonText
}

/** Proves that every place that a text names is in the kernel's tree, and that every quotation stands there. */
export async function proveSources(
  tree: KernelTree,
  { path, sources, text }: Citing,
): Promise<ProvenSources> {
  const excerpts = await Promise.all(sources.map(async (of) => [of, await readExcerpt(tree, of)] as const))
  const quotes = text.fences.flatMap(({ quote, ...fence }) => (quote ? [{ ...fence, quote }] : []))
  return {
    proofs: [
      ...excerpts.map(([of, excerpt]) =>
        toProof(`${of} exists`, !excerpt && describeMissing(path, of, tree)),
      ),
      ...text.sources.map((of) =>
        toProof(`<Source of="${of}"> is listed`, !sources.includes(of) && describeUnlisted(path, of)),
      ),
      ...(await Promise.all(quotes.map((quote) => proveQuote(tree, path, quote)))),
    ],
    record: Object.fromEntries(excerpts.flatMap(([of, excerpt]) => (excerpt ? [[of, excerpt]] : []))),
  }
}

function describeMissing(path: string, of: string, { version }: KernelTree): string {
  return `${path} names ${of}, which Linux ${version} does not have. Look up file and lines in that version.`
}

function describeUnlisted(path: string, of: string): string {
  return `${path} shows <Source of="${of}">, which its «sources» do not list. Add it there.`
}

async function proveQuote(
  tree: KernelTree,
  path: string,
  { quote, code, line }: { quote: string; code: string; line: number },
): Promise<Proof> {
  const excerpt = await readExcerpt(tree, quote)
  const stands = excerpt && toPlain(excerpt.text).includes(toPlain(code))
  const mistake = `${path}:${line}: the quotation does not stand so in ${quote} of Linux ${tree.version}. Copy the lines again, or name others.`
  return toProof(`quotation of ${quote}`, !stands && mistake)
}

/** Quotations may be indented otherwise. */
function toPlain(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

async function readExcerpt(
  { read }: KernelTree,
  of: string,
): Promise<Recorded['sources'][string] | undefined> {
  const [, path, first, last = first] = /^(.*)#L(\d+)(?:-L(\d+))?$/.exec(of) ?? []
  const text = path && (await read(path))
  if (!text) return undefined
  const lines = text.trimEnd().split('\n')
  if (Number(last) > lines.length || Number(last) < Number(first) || Number(first) < 1) return undefined
  const spdx = /SPDX-License-Identifier: ([^\n*]+)/.exec(text)?.[1]?.trim() ?? 'GPL-2.0'
  return { spdx, text: lines.slice(Number(first) - 1, Number(last)).join('\n') }
}

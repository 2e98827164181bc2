import { parse } from 'yaml'
import { layOverSiblings } from '#course/siblings/lay-over-siblings.ts'
import { listWords } from '#course/siblings/list-words.ts'
import { lostFacts } from '#course/siblings/lost-facts.ts'
import type { Sibling } from '#course/siblings/sibling-path.ts'

/** Lists facts that stand only in the English file or only in its sibling, with their places. All siblings have to fit. */
export function findLost(files: Record<string, string>, siblings: Sibling[]): string[] {
  const languages = [...new Set(siblings.map(({ language }) => language))]
  return languages.flatMap((language) => {
    const merged = layOverSiblings(files, language)
    return siblings
      .filter((of) => of.language === language)
      .flatMap(({ path, source }) =>
        findIn(source, { english: files[source]!, merged: merged[source]! }).map(
          (fact) => `${path}: ${fact}`,
        ),
      )
  })
}

function findIn(source: string, { english, merged }: { english: string; merged: string }): string[] {
  const [from, to] = [splitHead(source, english), splitHead(source, merged)]
  const there = listWords(source, parse(to.yaml))
  const inWords = [...listWords(source, parse(from.yaml))].flatMap(([place, text]) =>
    lostFacts(text, there.get(place) ?? '').map((fact) => `${place} ${fact}`),
  )
  return [...inWords, ...lostFacts(from.body, to.body).map((fact) => `the text ${fact}`)]
}

function splitHead(path: string, text: string): { yaml: string; body: string } {
  if (!path.endsWith('.mdx')) return { yaml: text, body: '' }
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  return { yaml, body }
}

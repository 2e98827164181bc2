import { marked, type Token } from 'marked'
import { type FenceMeta, readFenceMeta } from '#markdown/fence-meta.ts'

/** A code block of a text, with what it says of itself. */
export interface Fence extends FenceMeta {
  language: string
  code: string
  /** First line of the code in the file, from 1. */
  line: number
}

/** What is to be proven in the text of a lesson. */
export interface LessonText {
  fences: Fence[]
  links: string[]
  /** `of` of each `<Source>`. */
  sources: string[]
  /** `of` of each `<Figure>`. */
  figures: string[]
  /** Names of each `<Count>` and `<Counted>`. */
  counts: string[]
  /** How often each component stands there. */
  components: Map<string, number>
  words: number
}

/** Takes a `lesson.mdx`, or the text on an error code, apart into what is to be proven. */
export function readLessonText(mdx: string): LessonText {
  const fences: Fence[] = []
  const links: string[] = []
  const body = mdx.replace(/^---\n[\s\S]*?\n---\n/, '')
  void marked.walkTokens(marked.lexer(withoutTags(body)), (token: Token) => {
    if (token.type === 'code') fences.push(toFence(mdx, token.text, token.lang ?? ''))
    if (token.type === 'link') links.push(token.href)
  })
  const prose = withoutCode(body)
  return {
    fences,
    links,
    sources: [...withoutCodeSpans(prose).matchAll(/<Source\s[^>]*\bof="([^"]*)"/g)].map(([, of]) => of!),
    figures: [...withoutCodeSpans(prose).matchAll(/<Figure\s[^>]*\bof="([^"]*)"/g)].map(([, of]) => of!),
    counts: [...withoutCodeSpans(prose).matchAll(/<Count(?:ed)?\s[^>]*\bof="([^"]*)"/g)].flatMap(([, of]) =>
      of!.split(' '),
    ),
    components: countComponents(withoutCodeSpans(prose)),
    words: countWords(prose),
  }
}

function toFence(mdx: string, code: string, info: string): Fence {
  const [language = '', ...meta] = info.split(/\s+/)
  const line = mdx.slice(0, Math.max(0, mdx.indexOf(code))).split('\n').length
  return { ...readFenceMeta(meta.join(' ')), language, code, line }
}

/** A tag on a line of its own begins a block of HTML for Markdown, in which fences and links would be overlooked. */
function withoutTags(body: string): string {
  return body.replace(/^<\/?[A-Z][^>\n]*>$/gm, '')
}

function withoutCode(body: string): string {
  return body.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '').replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
}

function withoutCodeSpans(prose: string): string {
  return prose.replace(/(`+)[^`]+\1/g, ' ')
}

function countComponents(prose: string): Map<string, number> {
  const names = [...prose.matchAll(/<([A-Z]\w*)/g)].map(([, name]) => name!)
  return new Map([...new Set(names)].map((name) => [name, names.filter((other) => other === name).length]))
}

function countWords(prose: string): number {
  const text = prose.replace(/<\/?[A-Za-z][^>]*>/g, ' ').replace(/\]\([^)]*\)/g, ' ')
  return text.split(/\s+/).filter((word) => /\w/.test(word)).length
}

/** An English sentence that the code has readers see, and where. */
export interface FoundWord {
  english: string
  /** From 1. */
  line: number
}

/** Finds the sentences that a file gives to `t`, `tn`, `tParts` and `msg`; only a sentence that is written out there is found. */
export function findWords(text: string): FoundWord[] {
  if (!text.includes('#i18n/t')) return []
  return [...text.matchAll(call)].flatMap(({ 1: name, 2: first, 3: second, index }) => {
    const line = text.slice(0, index).split('\n').length
    const written = name === 'tn' ? [first, second] : [first]
    return written.flatMap((one) => (one === undefined ? [] : { english: unquote(one), line }))
  })
}

const literal = String.raw`('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|${'`[^`\\\\$]*`'})`

/** `tn` has two sentences. */
const call = new RegExp(String.raw`(?<![\w.$])(tn?|tParts|msg)\(\s*${literal}(?:,\s*${literal})?`, 'g')

function unquote(written: string): string {
  return written.slice(1, -1).replaceAll(/\\(.)/g, '$1')
}

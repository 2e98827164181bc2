/** A solution with one small mistake. */
export interface Mutant {
  /** Of the solution, from 1. */
  line: number
  before: string
  /** The line with the mistake; undefined if it is gone. */
  after?: string
  /** The whole file. */
  text: string
}

/** Makes small mistakes, one in each mutant, in the lines of a solution that its start does not have: those that a reader writes. */
export function mutate(solution: string, start: string): Mutant[] {
  const given = new Set(start.split('\n').map((line) => line.trim()))
  const lines = solution.split('\n')
  const mutants = lines.flatMap((line, index) =>
    isCode(line) && !given.has(line.trim())
      ? mistakesIn(line).map((after) => toMutant(lines, index, after))
      : [],
  )
  return [...new Map(mutants.map((mutant) => [mutant.text, mutant])).values()]
}

function isCode(line: string): boolean {
  return !/^\s*($|\/\/|use |#!?\[)/.test(line)
}

function toMutant(lines: string[], index: number, after: string | undefined): Mutant {
  const text = lines.toSpliced(index, 1, ...(after === undefined ? [] : [after])).join('\n')
  return {
    line: index + 1,
    before: lines[index]!.trim(),
    ...(after !== undefined && { after: after.trim() }),
    text,
  }
}

function mistakesIn(line: string): (string | undefined)[] {
  const code = line.replace(/\s*\/\/.*$/, '')
  const slips = mistakes.map(([from, to]) => code.replace(from, to)).filter((slip) => slip !== code)
  return [...slips, ...otherNumbers(code), ...(isStatement(code) ? [undefined] : [])]
}

/** Those next to each number that is not a part of another one, of a name or of a text; `.0` is a field, `..0` a range. */
function otherNumbers(code: string): string[] {
  return [...code.matchAll(/(?<![\w'"])(?<!(?<!\.)\.)\d+(?!\w|\.\d)/g)].flatMap(({ 0: digits, index }) =>
    [Number(digits) + 1, Number(digits) - 1]
      .filter((number) => number >= 0)
      .map((number) => `${code.slice(0, index)}${number}${code.slice(index + digits.length)}`),
  )
}

/** One that can go without a trace in the types. */
function isStatement(code: string): boolean {
  return /^\s*(?!(let|return|const|static|type|fn)\b)[\w*(&].*;$/.test(code)
}

/** What people confuse: the border of a comparison, the direction, the end of a range, what an error is called. */
const mistakes: [from: string | RegExp, to: string][] = [
  ...swap(' < ', ' <= '),
  ...swap(' > ', ' >= '),
  ...swap(' < ', ' > '),
  ...swap(' == ', ' != '),
  ...swap(' + ', ' - '),
  ...swap(' += ', ' -= '),
  ...swap(' && ', ' || '),
  ...swap(' & ', ' | '),
  ...swap(' << ', ' >> '),
  ...swap('true', 'false'),
  ...swap('.max(', '.min('),
  ...swap('.first(', '.last('),
  ...swap('.any(', '.all('),
  ...swap('.is_some(', '.is_none('),
  ...swap('.is_ok(', '.is_err('),
  ...swap('_le_bytes(', '_be_bytes('),
  ...swap('.pop(', '.remove(0'),
  [/ \* /, ' + '],
  [/ \/ /, ' * '],
  [/ % /, ' / '],
  [/ [+|&-]= /, ' = '],
  [/\.\.=/, '..'],
  [/\.\.(?=[a-z0-9(])/, '..='],
  [/\.rev\(\)/, ''],
  [/(?<![\w])!(?=[a-z(])/, ''],
  [/checked_|saturating_/, 'wrapping_'],
  [/wrapping_/, 'saturating_'],
  [/^(\s*(?:\} else )?if )(?!let ).*( \{)$/, '$1true$2'],
  [/^(\s*(?:\} else )?if )(?!let ).*( \{)$/, '$1false$2'],
  [/\b(Acquire|Release|AcqRel|Full)\b/, 'Relaxed'],
  [/\bE(INVAL|BUSY|NOMEM|NODEV|PERM|NOSPC|FAULT|AGAIN|NOTTY|IO|OVERFLOW|RANGE)\b/, 'ENOENT'],
]

function swap(one: string, other: string): [string, string][] {
  return [
    [one, other],
    [other, one],
  ]
}

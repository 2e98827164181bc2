import { z } from 'zod'
import { readRows } from './read-rows.ts'

/** What went wrong, in the order of the page, each with how one tells it from the others, as Markdown. */
export const cveClasses = {
  'use-after-free': {
    title: 'Use after free',
    sign: 'The object is gone, and a pointer to it is still used.',
  },
  'double-free': { title: 'Double free', sign: 'Two places each think that the object is theirs to free.' },
  'out-of-bounds': { title: 'Out of bounds', sign: 'A length or an index was believed, and it was wrong.' },
  'null-dereference': { title: 'NULL dereference', sign: 'What may be missing was not asked for.' },
  uninitialised: {
    title: 'Uninitialised memory',
    sign: 'Bytes are used, or sent, that nobody wrote for it.',
  },
  'data-race': { title: 'Races', sign: 'Two threads, and the order of their steps was left to luck.' },
  'reference-count': { title: 'Reference counts', sign: 'A `get` without its `put`, or a `put` too many.' },
  integer: { title: 'Numbers', sign: 'A value wraps around, or is cut off on its way to a smaller type.' },
  'error-path': { title: 'Error paths', sign: 'The way out frees too little, or too much.' },
  lock: { title: 'Locks', sign: 'The wrong one, one that is never freed, or one that is taken twice.' },
  'double-fetch': {
    title: 'Double fetch',
    sign: 'Memory of another one is read twice, and changes in between.',
  },
  padding: { title: 'Padding', sign: 'Bytes between the fields of a structure go to user space.' },
  'format-string': { title: 'Format strings', sign: 'A text from elsewhere is taken for a format.' },
  'unsafe-contract': {
    title: 'Contracts of unsafe code',
    sign: 'Rust, and what `unsafe` promised was not true.',
  },
  meaning: { title: 'Meaning', sign: 'The code does what is written there, and that is not what was meant.' },
} as const satisfies Record<string, { title: string; sign: string }>
export type CveClass = keyof typeof cveClasses

/** What Rust does with the same mistake in safe code, from most to least, each with what that means. */
export const cveVerdicts = {
  refused: { title: 'refused', means: 'rustc does not accept it' },
  'taken-over': { title: 'taken over', means: 'a destructor does it, on each path' },
  error: { title: 'error at run time', means: 'a panic, or an error value, instead of corrupted memory' },
  'not-prevented': { title: 'not prevented', means: 'it compiles, runs, and is as wrong as in C' },
} as const satisfies Record<string, { title: string; means: string }>
export type CveVerdict = keyof typeof cveVerdicts

/** A CVE, and what Rust does with such a bug. */
export const CveRow = z.strictObject({
  name: z.string().regex(/^CVE-\d{4}-\d{4,}$/),
  class: z.enum(Object.keys(cveClasses) as [CveClass, ...CveClass[]]),
  subsystem: z.string(),
  title: z.string().describe('the subject of the commit that fixed it'),
  fix: z.string().regex(/^[0-9a-f]{40}$/, 'the whole name of the commit in Linux, 40 digits'),
  verdict: z.enum(Object.keys(cveVerdicts) as [CveVerdict, ...CveVerdict[]]),
  code: z
    .string()
    .regex(/^E\d{4}$/)
    .optional()
    .describe('what rustc refuses it with'),
  lesson: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
    .optional()
    .describe('a lesson on the same idea; those that name the CVE are listed by themselves'),
  why: z.string().describe('why the verdict is so, as Markdown'),
})
export type CveRow = z.infer<typeof CveRow>

export const cvesPath = 'reference/cves.yaml'

/** Reads the rows (path below `lessons/` → text), in their order; none where there is no such file. Throws `CourseError`. */
export function readCves(files: Record<string, string>): CveRow[] {
  return readRows(files, cvesPath, CveRow)
}

/** Lists the CVEs that lessons and texts on error codes name, each with the first file that does. */
export function citedCves(files: Record<string, string>): Map<string, string> {
  const texts = Object.entries(files).filter(([path]) => path !== cvesPath && /\.(mdx?|yaml)$/.test(path))
  const cited = texts.flatMap(([path, text]) => (text.match(cve) ?? []).map((name) => [name, path] as const))
  return new Map(cited.reverse())
}

const cve = /\bCVE-\d{4}-\d{4,}\b/g

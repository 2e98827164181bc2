import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic, Span } from '#protocol/diagnostic.ts'
import { distinctBy } from '../distinct-by.ts'
import type { LoggedPlace } from '../kernel-log/logged-report.ts'
import { toPlaceSpan } from '../kernel-log/place-span.ts'
import { toSourceLines } from '#compiler-output/rustc-json/source-lines.ts'
import { toTreePath } from '#compiler-output/tree-path.ts'

/** Where a symbol is used: from the innermost function outward, through those that were inlined. */
export interface Use {
  isExported: boolean
  chain: LoggedPlace[]
  files: SourceFiles
}

/** Tells, on the learner's line, of a symbol that the module may not use. */
export function toRefusal(symbol: string, { isExported, chain, files }: Use): Diagnostic {
  const { code, message, note } = isExported ? toForbidden(symbol) : toUndefined(symbol)
  return {
    severity: 'error',
    code,
    message,
    spans: toSpans(chain, files),
    children: note === undefined ? [] : [{ severity: 'note', message: note, spans: [] }],
    fixes: [],
  }
}

/** modpost's words for a module without a licence. */
export const missingLicence: Diagnostic = {
  ...{ severity: 'error', code: 'modpost', message: 'missing MODULE_LICENSE() in driver.o' },
  ...{ spans: [], children: [], fixes: [] },
}

/** modpost stops at such a file as well. */
export const notReadable: Diagnostic = {
  ...{ severity: 'error', code: 'modpost', message: 'driver.o is not an ELF file that can be read' },
  ...{ spans: [], children: [], fixes: [] },
}

/** Symbols that a module may not use, besides those that are told one by one. */
export interface MoreRefusals {
  count: number
  /** True if there may be others that nobody has looked at. */
  isLeast: boolean
}

/** Tells how many more symbols there are; nothing if there are none. */
export function toMoreRefusals({ count, isLeast }: MoreRefusals): Diagnostic[] {
  if (count === 0) return []
  const message = `… and ${isLeast ? 'at least ' : ''}${count} more symbols that the module may not use`
  return [{ severity: 'error', code: 'modpost', message, spans: [], children: [], fixes: [] }]
}

interface Words {
  code: string
  message: string
  note?: string
}

function toForbidden(symbol: string): Words {
  return { code: 'modpost', message: `GPL-incompatible module driver.ko uses GPL-only symbol '${symbol}'` }
}

/** rust/kernel/build_assert.rs: what the optimiser could not remove calls a function that does not exist. */
function toUndefined(symbol: string): Words {
  const message = `"${symbol}" [driver.ko] undefined!`
  if (symbol !== 'rust_build_error') return { code: 'modpost', message }
  return {
    code: 'build_error',
    message: 'the compiler could not prove the `build_assert!` that this line comes to',
    note: `modpost: ${message}`,
  }
}

/** The learner's innermost line, the lines that led to it, and the line of the kernel that it led to. */
function toSpans(chain: LoggedPlace[], files: SourceFiles): Span[] {
  const sources = toSourceLines(files)
  const placed = chain.slice(0, mostPlaces).map((place) => ({ place, span: toPlaceSpan(place, sources) }))
  const first = placed.findIndex(({ span }) => span !== undefined)
  if (first < 0) return []
  // What a macro makes, such as `module!`, stands on one line, however many functions it is.
  const callers = distinctBy(
    placed.slice(first + 1).flatMap(({ span }) => (span ? [span] : [])),
    ({ file, start }) => `${file}:${start.line}`,
  )
  const asserted = placed.slice(0, first).findLast(({ place }) => place.file.includes('/rust/kernel/'))
  return [
    { ...placed[first]!.span!, primary: true },
    ...callers.map((span) => ({ ...span, primary: false, label: 'called from here' })),
    ...(asserted ? [toExternal(asserted.place)] : []),
  ]
}

/** Functions that were inlined into each other; a driver can make thousands of them. */
const mostPlaces = 100

function toExternal({ file, line }: LoggedPlace): Span {
  // The symboliser says 0 where there is no line, and a driver's `#line` can say that, too.
  const start = { line: Math.max(1, line), column: 1 }
  return {
    file: toTreePath(file),
    start,
    end: start,
    primary: false,
    label: 'asked for here',
    external: true,
  }
}

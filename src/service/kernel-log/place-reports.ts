import type { SourceFiles } from '#protocol/compile.ts'
import type { Span } from '#protocol/diagnostic.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import type { Sandbox } from '../sandbox.ts'
import type { ParserInput, ParserPool } from '../parsing/parser-pool.ts'
import { toSourceLines, type SourceLines } from '#compiler-output/rustc-json/source-lines.ts'
import { distinctBy } from '../distinct-by.ts'
import { onlyDriver } from './driver-names.ts'
import { placeFollowing, withoutConsequences } from './follow-reports.ts'
import { isInGoneSection } from './gone-sections.ts'
import type { Frame, LoggedPlace, LoggedReport, Trace } from './logged-report.ts'
import { toPlaceSpan } from './place-span.ts'
import { withReadableNames } from './readable-names.ts'
import type { ResolvedFrame } from './resolve-gone-frames.ts'
import { symbolise, type SymboliserTools } from './symbolise.ts'
import { traceRoles } from './trace-roles.ts'
import { withoutNumbers } from './without-numbers.ts'

/** A module with its debug information, and the files that it was built from. */
export interface BuiltDriver {
  module: Uint8Array
  files: SourceFiles
}

/** Reports and the module that they are about. */
export interface LoggedRun extends BuiltDriver {
  reports: LoggedReport[]
  /** Other modules that the same kernel had loaded, by their names; their files have other names. */
  beside?: ReadonlyMap<string, BuiltDriver>
}

/**
 * Finds the lines of the driver that reports are about. A report that is about none keeps its text; one that says the
 * same of the same lines as another is left out. Rejects with `AbortError` if the signal fires.
 */
export async function placeReports(
  { reports, beside, ...driver }: LoggedRun,
  tools: SymboliserTools,
  signal?: AbortSignal,
): Promise<KernelReport[]> {
  const drivers = new Map([...(beside ?? []), [onlyDriver, driver]])
  const frames = distinctBy(reports.flatMap(toFrames), toKey).slice(0, mostFrames)
  const places = await Promise.all(
    [...drivers].map(([name, driver]) => {
      const own = frames.filter(({ module = onlyDriver }) => module === name)
      return findPlaces(own, driver, { tools, signal })
    }),
  )
  const files = [...drivers.values()].flatMap(({ files }) => Object.entries(files))
  const source: Source = { lines: toSourceLines(Object.fromEntries(files)), places: new Map(places.flat()) }
  const told = placeFollowing(reports.map((report) => toKernelReport(report, source)))
  return await nameReadably(distinctBy(withoutConsequences(told), toMeaning), tools.compilers, signal)
}

interface Search {
  tools: SymboliserTools
  signal: AbortSignal | undefined
}

/** Key of a frame → the places that it can come from. */
async function findPlaces(
  frames: Frame[],
  { module, files }: BuiltDriver,
  { tools, signal }: Search,
): Promise<[string, LoggedPlace[]][]> {
  const gone = { output: module, files, frames: frames.filter(isInGoneSection) }
  const known = await resolveGone(gone, tools.parsers, signal)
  const found = frames.map((frame) => known.get(toKey(frame)) ?? { frame })
  const coded = found.flatMap((one) => ('frame' in one ? [one.frame] : []))
  const places = await symbolise({ module, frames: coded }, tools, signal)
  const placeOf = new Map(coded.map((frame, index) => [frame, places[index]!]))
  return frames.map((frame, index) => {
    const one = found[index]!
    return [toKey(frame), 'frame' in one ? placeOf.get(one.frame)! : [one.place]]
  })
}

async function nameReadably(
  reports: KernelReport[],
  sandbox: Sandbox,
  signal?: AbortSignal,
): Promise<KernelReport[]> {
  const texts = reports.flatMap(({ title, text }) => [title, text])
  const readable = await withReadableNames(texts, sandbox, signal)
  return reports.map((report, index) => ({
    ...report,
    title: readable[2 * index]!,
    text: readable[2 * index + 1]!,
  }))
}

/** What is known of the frames in modules that are unloaded; nothing if it takes too long. */
async function resolveGone(
  gone: ParserInput<'goneFrames'>,
  parsers: ParserPool,
  signal?: AbortSignal,
): Promise<Map<string, NonNullable<ResolvedFrame>>> {
  if (gone.frames.length === 0) return new Map()
  const resolved = await parsers.parse('goneFrames', gone, signal)
  if (resolved.kind === 'stopped') return new Map()
  return new Map(
    gone.frames.flatMap((frame, index) => {
      const found = resolved.value[index]
      return found ? [[toKey(frame), found]] : []
    }),
  )
}

const mostFrames = 512

/** What is known of the source: its text, and the places that a frame can come from, the innermost first. */
interface Source {
  lines: SourceLines
  places: Map<string, LoggedPlace[]>
}

function toFrames({ traces }: LoggedReport): Frame[] {
  return traces.flatMap(({ frames }) => frames)
}

function toKey({ symbol, offset, isReturn, module = onlyDriver }: Frame): string {
  return `${module} ${symbol} ${offset} ${isReturn}`
}

function toKernelReport(report: LoggedReport, source: Source): KernelReport {
  const { kind, title, text } = report
  const [here, ...others] = report.traces.map((trace) => toSpan(trace, source, report))
  const spans = distinctBy(
    others.filter((span) => span !== undefined),
    (span) => JSON.stringify(span),
  )
  // Where nothing is known of the place itself, the last thing that the driver did is what led there.
  const primary = here ?? spans.pop()
  return { kind, title, spans: [...(primary ? [{ ...primary, primary: true }] : []), ...spans], text }
}

/** The innermost place in the driver's own files: what a library did there was done for it. */
function toSpan(trace: Trace, source: Source, report: LoggedReport): Span | undefined {
  const candidates = trace.frames.flatMap((frame) => source.places.get(toKey(frame)) ?? [])
  const span = (trace.place ? [trace.place, ...candidates] : candidates)
    .map((candidate) => toPlaceSpan(candidate, source.lines))
    .find((found) => found !== undefined)
  return span && { ...span, primary: false, label: traceRoles[trace.role].label(report, trace) }
}

function toMeaning({ kind, title, spans, text }: KernelReport): string {
  return spans.length === 0 ? text : JSON.stringify([kind, withoutNumbers(title), spans])
}

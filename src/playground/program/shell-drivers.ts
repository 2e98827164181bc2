import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Language, SourceFiles } from '#protocol/compile.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import type { DriverName, ShellEvent } from '#protocol/shell.ts'
import { isSameSource } from '../backends/is-same-source.ts'

/** A driver as the reader sees it. */
export interface ShellSource {
  language: Language
  files: SourceFiles
}

type ShellReport = Pick<Extract<ShellEvent, { kind: 'report' }>, 'report' | 'about'>

/** A report on a line of a text that a newer build has not. */
export interface OldReport {
  report: KernelReport
  /** Where it was, and what stood there. */
  file: string
  line: number
  code: string
}

/** The drivers of a shell, all their builds, and what the kernel has reported of them. */
export interface ShellDrivers {
  /** Forgets all, and begins with the first build of the driver that a shell is opened with. */
  begin(source: ShellSource): void
  add(name: DriverName, build: number, source: ShellSource): void
  addReport(report: ShellReport): void
  nameOf(language: Language): DriverName
  has(source: ShellSource): 'these' | 'others' | 'none'
  reportsAbout(source: ShellSource): KernelReport[]
  oldReports: ReadonlySignal<OldReport[]>
}

type Builds = ReadonlyMap<DriverName, ReadonlyMap<number, SourceFiles>>

/** Creates it without any. */
export function createShellDrivers(): ShellDrivers {
  const builds = signal<Builds>(new Map())
  const reports = signal<ShellReport[]>([])
  const first = signal<Language>()
  const nameOf = (language: Language): DriverName =>
    first.value === undefined || first.value === language ? 'driver' : `driver_${language}`
  const newest = (name: DriverName) => [...(builds.value.get(name) ?? [])].at(-1)
  const sourceOf = (name: DriverName, build: number) => builds.value.get(name)?.get(build)
  function add(name: DriverName, build: number, { files }: ShellSource) {
    builds.value = new Map([
      ...builds.peek(),
      [name, new Map([...(builds.peek().get(name) ?? []), [build, files]])],
    ])
  }
  return {
    begin(source) {
      ;[builds.value, reports.value, first.value] = [new Map(), [], source.language]
      add('driver', 1, source)
    },
    add,
    addReport: ({ report, about }) => void (reports.value = [...reports.peek(), { report, about }]),
    nameOf,
    has({ language, files }) {
      const [, source] = newest(nameOf(language)) ?? []
      return source ? (isSameSource(source, files) ? 'these' : 'others') : 'none'
    },
    reportsAbout({ language, files }) {
      const name = nameOf(language)
      return reports.value.flatMap(({ report, about }) => {
        const build = about.find((driver) => driver.name === name)?.build
        const source = build === undefined ? undefined : sourceOf(name, build)
        const isItsOwn = report.spans.length === 0 || report.spans.some(({ file }) => file in files)
        return source && isItsOwn && isSameSource(source, files) ? report : []
      })
    },
    oldReports: computed(() =>
      reports.value.flatMap(({ report, about }) =>
        about.flatMap(({ name, build }) => {
          const source = sourceOf(name, build)
          return source && build !== newest(name)![0] ? toOldReport(report, source) : []
        }),
      ),
    ),
  }
}

function toOldReport(report: KernelReport, source: SourceFiles): OldReport[] {
  const span = report.spans.find(({ primary, file }) => primary && file in source)
  if (!span) return []
  const { file, start } = span
  const code = source[file]!.split('\n')[start.line - 1]?.trim() ?? ''
  return [{ report, file, line: start.line, code }]
}

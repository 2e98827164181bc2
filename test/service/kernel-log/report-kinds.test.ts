import { beforeAll, describe, expect, it } from 'vitest'
import { ReportKind, type KernelReport } from '#protocol/kernel-report.ts'
import { roleOf } from '#story/roles.ts'
import { parseKernelLog } from '#service/kernel-log/parse-kernel-log.ts'
import { placeReports } from '#service/kernel-log/place-reports.ts'
import { reportKinds } from '#service/kernel-log/report-kinds.ts'
import { bootNames, readConsole, readDriver, recordedSymboliser } from './boots.ts'

const titles = bootNames.flatMap((name) => parseKernelLog(readConsole(name))).map(({ title }) => title)
const signs = Object.values(reportKinds).flatMap((format) => format.signs)

describe.each(ReportKind.options)('a report of the kind «%s»', (kind) => {
  let reports: KernelReport[]

  beforeAll(async () => {
    reports = (await Promise.all(bootNames.map(placeRecorded)))
      .flat()
      .filter((report) => report.kind === kind)
  })

  it('is in a recorded boot, where it is about a line of the driver', () => {
    expect(reports.some(({ spans }) => spans.some(({ primary }) => primary))).toBe(true)
  })

  it('says of other lines what the story knows', () => {
    const others = reports.flatMap(({ spans }) => spans.filter(({ primary }) => !primary))
    expect(others.filter(({ label }) => roleOf(label!) === 'note')).toEqual([])
  })
})

it.each(titles)('«%s» is the headline of one kind, in whatever order they are asked for', (title) => {
  const fitting = signs.filter(({ headline }) => headline.test(title))
  expect(fitting.filter(({ isGeneral }) => !isGeneral).length).toBeLessThanOrEqual(1)
  expect(fitting.filter(({ isGeneral }) => isGeneral).length).toBeLessThanOrEqual(1)
})

function placeRecorded(name: string): Promise<KernelReport[]> {
  const run = {
    reports: parseKernelLog(readConsole(name)),
    module: new Uint8Array(),
    files: readDriver(name),
  }
  return placeReports(run, recordedSymboliser(name))
}

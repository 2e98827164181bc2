import type { ReportKind } from '#protocol/kernel-report.ts'
import type { ReportSign } from './report-format.ts'
import { reportKinds } from './report-kinds.ts'

/** A sign, and the kind of report that it is of. */
export type KindSign = ReportSign & { kind: ReportKind }

const all: KindSign[] = (Object.keys(reportKinds) as ReportKind[]).flatMap((kind) =>
  reportKinds[kind].signs.map((sign) => ({ kind, ...sign })),
)
const signs = [...all.filter(({ isGeneral }) => !isGeneral), ...all.filter(({ isGeneral }) => isGeneral)]

/** What kind of report a line is the headline of, if of any; a driver may well print a warning of its own. */
export function toReportSign(words: string, before = ''): KindSign | undefined {
  return signs.find(({ headline, under }) => headline.test(words) && (!under || under.test(before)))
}

/** Stands for what the kernel warns of in words that we do not know. */
export const unknownSign: KindSign = { kind: 'warning', headline: /./ }

import { t } from '#i18n/t.ts'
import type { RenamedRow } from '#protocol/renamed-row.ts'

/** Says in a sentence what took the place of an old API, such as «Since 6.13: `KVec<T>`. …». */
export function describeRenamed(row: RenamedRow): string {
  return `${describeSince(row)}: ${describeNew(row)}. ${row.why}`
}

/** What to write now, as code where it is code. */
export function describeNew(row: Pick<RenamedRow, 'new'>): string {
  const words = /^\((.*)\)$/.exec(row.new)?.[1]
  return words ?? `\`${row.new}\``
}

/** From when on; only that it is so today where that is not known. */
export function describeSince({ since }: Pick<RenamedRow, 'since'>): string {
  return since === undefined ? t('Now') : t('Since {version}', { version: since })
}

import type { RenamedRow } from '#protocol/renamed-row.ts'
import { describeNew, describeSince } from '#story/renamed/describe-renamed.ts'
import { sitePath } from '#protocol/site-path.ts'
import { t } from '#i18n/t.ts'
import { EnglishPhrase } from './in-english.tsx'
import './renamed.css'

/** What took the place of the old API that an error is about, a row each. */
export function Renamed({ rows }: { rows: RenamedRow[] }) {
  return rows.map((row) => (
    <p key={row.name} class="wb-renamed">
      <b>{describeSince(row)}:</b> <EnglishPhrase text={`${describeNew(row)}. ${row.why}`} />{' '}
      <a href={sitePath(`/reference/renamed/#${row.name}`)}>{t('old and new')}</a>
    </p>
  ))
}

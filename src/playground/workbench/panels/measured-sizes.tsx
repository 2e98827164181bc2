import { useRef } from 'preact/hooks'
import { bytesOf } from '#course/kinds/measure/bytes-of.ts'
import type { Measured, RecordedSizes, Sizes } from '#course/kinds/measure/measured.ts'
import { t, tn } from '#i18n/t.ts'
import type { MeasureState, Measuring } from '../../exercise/measuring.ts'
import type { SideSizes } from '../../exercise/measure-side.ts'
import { describeFailure, describeStoppedCompiler } from '../../wording/describe-answer.ts'
import { useAskedInSight } from '../use-asked-in-sight.ts'
import { Phrase } from './phrase.tsx'

interface Props {
  measuring: Measuring
  /** Absent where the lesson was never proven. */
  recorded: RecordedSizes | undefined
  isChecking: boolean
}

/** What C and Rust weigh as they are now, beside what was recorded of both; styled by the page of the lesson. */
export function MeasuredSizes({ measuring: { rows, state, isOlder }, recorded, isChecking }: Props) {
  const now = state.value
  const section = useRef<HTMLElement>(null)
  useAskedInSight(section, { measured: now.kind, isChecking })
  return (
    <section
      ref={section}
      class={`wb-sizes ${isOlder.value ? 'of-older-code' : ''}`}
      aria-label={t('What the code weighs')}
    >
      <p class="wb-status" role="status">
        {isOlder.value ? <strong>{t('The code has changed since it was measured.')}</strong> : describe(now)}
      </p>
      {now.kind === 'measured' && (
        <>
          <Table rows={rows} c={sizesOf(now.c)} rust={sizesOf(now.rust)} recorded={recorded} />
          <Functions title="Rust" side="rust" sizes={sizesOf(now.rust)} />
          <Functions title="C" side="c" sizes={sizesOf(now.c)} />
        </>
      )}
    </section>
  )
}

function sizesOf(side: SideSizes): Sizes | undefined {
  return side.kind === 'sizes' ? side.sizes : undefined
}

function describe(state: MeasureState): string {
  if (state.kind === 'not yet') return t('Measure tells what the code of both sides weighs as it is now.')
  if (state.kind === 'measuring') return t('Measuring: building both sides…')
  const said = [describeSide('C', state.c), describeSide('Rust', state.rust)].filter(Boolean)
  return said.length === 0 ? t('Measured just now.') : [...new Set(said)].join(' ')
}

function describeSide(title: string, side: SideSizes): string {
  switch (side.kind) {
    case 'sizes':
      return side.isRecorded ? t('As recorded: the compile service does not answer.') : ''
    case 'rejected':
      return t('The {side} is refused, so there is nothing to weigh.', { side: title })
    case 'stopped':
      return describeStoppedCompiler(side.result)
    case 'no result':
      return describeFailure(side.failure, 'Measure')
  }
}

interface TableProps {
  rows: Measured[]
  c: Sizes | undefined
  rust: Sizes | undefined
  recorded: RecordedSizes | undefined
}

function Table({ rows, c, rust, recorded }: TableProps) {
  return (
    <div class="sizes-frame" tabIndex={0} role="region" aria-label={t('Bytes of machine code')}>
      <table class="sizes">
        <thead>
          <tr>
            <th scope="col">{t('Bytes of machine code')}</th>
            <th scope="col">{t('your C')}</th>
            <th scope="col">{t('recorded')}</th>
            <th scope="col">{t('your Rust')}</th>
            <th scope="col">{t('its start, recorded')}</th>
            <th scope="col">{t('budget')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.title}>
              <th scope="row">
                <Phrase text={row.title} />
              </th>
              <td class="of-c">{toCell(row.c, c)}</td>
              <td>{toCell(row.c, recorded?.c)}</td>
              <td class={lookOf(row, rust)}>{toCell(row.rust, rust)}</td>
              <td>{toCell(row.rust, recorded?.start)}</td>
              <td>{row.budget}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function toCell(names: Measured['c'], sizes: Sizes | undefined): number | string {
  return (names && sizes && bytesOf(names, sizes)) ?? '–'
}

function lookOf({ rust, budget }: Measured, sizes: Sizes | undefined): string {
  const bytes = sizes && bytesOf(rust, sizes)
  if (budget === undefined || bytes === undefined) return 'of-rust'
  return bytes > budget ? 'over' : 'within'
}

function Functions({ title, side, sizes }: { title: string; side: string; sizes: Sizes | undefined }) {
  if (!sizes) return null
  return (
    <details class={`size-list of-${side}`}>
      <summary>
        {title}: {tn('{count} function', '{count} functions', { count: sizes.functions.length })},{' '}
        {t('{bytes} bytes', { bytes: sizes.bytes })}
      </summary>
      <ul>
        {sizes.functions.map(({ name, bytes }, index) => (
          <li key={index}>
            <code>{name}</code> <span>{bytes}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

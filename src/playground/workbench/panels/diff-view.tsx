import { t } from '#i18n/t.ts'
import { diffLines, type DiffLine } from '../../program/line-diff.ts'
import './diff-view.css'

/** Two texts compared; long stretches without change are left out. */
export function DiffView({ before, after }: { before: string; after: string }) {
  const lines = diffLines(before, after)
  return (
    <pre class="wb-diff" tabIndex={0} aria-label={t('What changes')}>
      {lines.map((line, index) =>
        isNearChange(lines, index) ? (
          <Line key={index} line={line} />
        ) : (
          isNearChange(lines, index - 1) && <Gap key={index} />
        ),
      )}
    </pre>
  )
}

const sign = { same: ' ', removed: '−', added: '+' }

function Line({ line: { kind, text } }: { line: DiffLine }) {
  const row = `${sign[kind]} ${text}\n`
  if (kind === 'removed') return <del>{row}</del>
  if (kind === 'added') return <ins>{row}</ins>
  return <span>{row}</span>
}

function Gap() {
  return <span class="wb-diff-gap">{'  ⋯\n'}</span>
}

function isNearChange(lines: DiffLine[], index: number): boolean {
  return lines.slice(Math.max(0, index - 2), index + 3).some(({ kind }) => kind !== 'same')
}

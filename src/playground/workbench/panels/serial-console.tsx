import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { placeOf } from '#story/crash.ts'
import { pageLanguage } from '#i18n/language.ts'
import { t, tn } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { BootLog } from '../../program/boot-session.ts'
import { capEntries } from '../../program/console/cap-entries.ts'
import type { ConsoleLine } from '../../program/console/console-line.ts'
import { allLines } from '../../program/console/console-text.ts'
import { type ConsoleEntry, foldConsole } from '../../program/console/fold-console.ts'
import { inEnglish } from './in-english.tsx'
import { LinkedOutput } from './linked-output.tsx'
import './serial-console.css'

/** What a booted kernel writes, as on a serial line: commands stand out, reports are folded to their headlines. */
export function SerialConsole({ program, log }: { program: ProgramSession; log: BootLog }) {
  const lines = allLines(log.console)
  const entries = useMemo(() => capEntries(foldConsole(lines, log.reports)), [log.console, log.reports])
  const element = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  useLayoutEffect(() => {
    if (follows.current) showNewest(element.current!)
  }, [entries])
  return (
    <div
      ref={element}
      class="wb-serial"
      role="log"
      aria-live="off"
      aria-label={t('Console of the kernel with {file}', { file: program.file })}
      tabIndex={0}
      {...inEnglish()}
      onScroll={({ currentTarget }) => (follows.current = isAtEnd(currentTarget))}
    >
      {entries.map((entry, index) => (
        <Entry key={index} program={program} entry={entry} />
      ))}
    </div>
  )
}

/** The last line or, once there is one, the first report. */
function showNewest(element: HTMLElement) {
  const report = element.querySelector<HTMLElement>('.wb-serial-report')
  element.scrollTop = report ? report.offsetTop - 60 : element.scrollHeight
}

function isAtEnd({ scrollHeight, scrollTop, clientHeight }: Element): boolean {
  return scrollHeight - scrollTop - clientHeight < 24
}

function Entry({ program, entry }: { program: ProgramSession; entry: ConsoleEntry }) {
  switch (entry.kind) {
    case 'line':
      return <Line program={program} line={entry.line} />
    case 'gap':
      return (
        <div class="wb-serial-gap" lang={pageLanguage()}>
          ⋯ {tn('{count} line is left out here', '{count} lines are left out here', { count: entry.count })}
        </div>
      )
    case 'start':
      return (
        <details class="wb-serial-start">
          <summary lang={pageLanguage()}>
            {t('The kernel starts: {count} lines', { count: entry.lines.length })}
          </summary>
          <Lines program={program} lines={entry.lines} />
        </details>
      )
    case 'report':
      return <Report program={program} entry={entry} />
  }
}

interface ReportProps {
  program: ProgramSession
  entry: Extract<ConsoleEntry, { kind: 'report' }>
}

function Report({ program, entry: { report, lines, again } }: ReportProps) {
  const place = placeOf(report)
  const span = report.spans.find(({ primary }) => primary)
  return (
    <div class="wb-serial-report">
      <details>
        <summary>{again === undefined ? report.title : t('Again: {what}', { what: again })}</summary>
        <Lines program={program} lines={lines} />
      </details>
      {place && span?.file === program.file && (
        <button type="button" class="wb-place" onClick={() => program.goTo(span.start)}>
          {place}
        </button>
      )}
    </div>
  )
}

function Lines({ program, lines }: { program: ProgramSession; lines: ConsoleLine[] }) {
  return (
    <div>
      {lines.map((line, index) => (
        <Line key={index} program={program} line={line} />
      ))}
    </div>
  )
}

function Line({ program, line: { kind, stamp, text } }: { program: ProgramSession; line: ConsoleLine }) {
  return (
    <div class={`wb-serial-${kind}`}>
      {stamp && <span class="wb-stamp">{stamp} </span>}
      {kind === 'command' && <span class="wb-serial-prompt"># </span>}
      {text ? <LinkedOutput program={program} text={text} /> : '\u00a0'}
    </div>
  )
}

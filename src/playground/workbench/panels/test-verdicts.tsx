import { describeFault } from '#story/describe-fault.ts'
import { t } from '#i18n/t.ts'
import type { TestResult } from '../../backends/runners/run-tests.ts'
import { readTestFailure } from '../../exercise/test-failure.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { describeSkipped } from '../../wording/describe-run.ts'
import { CheckLine } from './check-line.tsx'
import { Compared } from './compared.tsx'
import { LineLink } from './line-link.tsx'
import { LinkedOutput } from './linked-output.tsx'
import { Phrase } from './phrase.tsx'
import { Verdict } from './verdict.tsx'

interface Props {
  program: ProgramSession
  result: TestResult
}

/** One test by its name, and of one that failed what it wrote and what ended it. */
export function TestVerdict({ program, result }: Props) {
  const { skipped, passed } = result
  const says = result.name.replaceAll('_', ' ')
  if (skipped) return <Verdict holds="open" says={`${says}: ${describeSkipped(skipped)}`} />
  return (
    <Verdict holds={passed} says={says}>
      {!passed && <Failure {...{ program, result }} />}
    </Verdict>
  )
}

function Failure({ program, result }: Props) {
  const { output } = result
  const { line, message, expected, got } = readTestFailure(output)
  const isCompared = expected !== undefined && got !== undefined
  return (
    <>
      {message && <>: {message}</>} {line !== undefined && <CheckLine file="tests.rs" line={line} />}
      <Fault {...{ program, result }} />
      {isCompared && <Compared expected={<code>{expected}</code>} got={<code>{got}</code>} />}
      <details open={!isCompared}>
        <summary>{t('Output')}</summary>
        <pre class="wb-console" tabIndex={0} aria-label={t('Output of the test')}>
          <LinkedOutput program={program} text={output} />
        </pre>
      </details>
    </>
  )
}

/** Where it ended in the program itself, and what a panic has not said. */
function Fault({ program, result: { fault, frames = [] } }: Props) {
  if (!fault) return null
  const { headline, advice } = describeFault(fault, frames)
  const frame = frames.find(({ file, external }) => !external && file === program.file)
  const at = fault.place?.file === program.file ? fault.place : frame?.at
  const isSaid = !advice && fault.kind === 'panic'
  return (
    <>
      {!isSaid && <Phrase text={`${headline}. ${advice}`} />} {at && <LineLink program={program} at={at} />}
    </>
  )
}

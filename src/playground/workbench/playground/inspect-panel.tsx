import type { SourceFiles } from '#protocol/compile.ts'
import type { AssemblyLine, InspectResult } from '#protocol/inspect.ts'
import { t, tn } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import {
  type ChosenFunction,
  type InspectSession,
  type InspectState,
  isStale,
  type MadeAssembly,
} from '../../project/inspect-session.ts'
import { describeFailure } from '../../wording/describe-answer.ts'
import { LineLink } from '../panels/line-link.tsx'
import './inspect-panel.css'

/** How large the functions of a driver are, C beside Rust, and the assembly of one of them. */
export function InspectPanel({ inspect }: { inspect: InspectSession }) {
  const { sides, chosen, start, close } = inspect
  if (chosen.value) return <Listing chosen={chosen.value} close={close} />
  const isAsked = sides.some(({ state }) => state.value.kind === 'asked')
  return (
    <div class="wb-inspect">
      <p class="wb-status">{introduction()}</p>
      <p class="wb-status" role="status" aria-busy={isAsked}>
        {isAsked
          ? t('Building…')
          : sides.map(({ program, state }) => describeSum(program, state.value)).join(' ')}
      </p>
      <button type="button" class="wb-button" onClick={start}>
        {t('Measure')}
      </button>
      <div class="wb-inspect-sides">
        {sides.map(({ program, state }) => (
          <SideSizes key={program.file} {...{ program, inspect }} state={state.value} />
        ))}
      </div>
    </div>
  )
}

const introduction = () =>
  t(
    'The functions of the module in bytes of code, built with the kernel’s own flags as for x86, without what KASAN adds to watch each access.',
  )

/** Empty where there is no sum. */
function describeSum({ file }: ProgramSession, state: InspectState): string {
  if (state.kind !== 'answered' || state.answer.kind !== 'result') return ''
  const { result } = state.answer
  return result.outcome === 'accepted' ? t('{file}: {count} bytes.', { file, count: result.bytes }) : ''
}

interface SideProps {
  program: ProgramSession
  state: InspectState
  inspect: InspectSession
}

function SideSizes({ program, state, inspect }: SideProps) {
  if (state.kind !== 'answered') return null
  const { answer } = state
  return (
    <section aria-label={t('Sizes of {file}', { file: program.file })}>
      <h3>
        <b class={`wb-lead-${program.language === 'c' ? 'C' : 'Rust'}`}>
          {program.language === 'c' ? 'C' : 'Rust'}
        </b>{' '}
        {program.file}
      </h3>
      {isStale(program, state.files) && <p class="wb-note">{t('The code has changed since.')}</p>}
      {answer.kind === 'result' ? (
        <Sizes {...{ program, inspect }} result={answer.result} />
      ) : (
        <p class="wb-status wb-run-failed">{describeFailure(answer)}</p>
      )}
    </section>
  )
}

interface SizesProps {
  program: ProgramSession
  result: InspectResult
  inspect: InspectSession
}

function Sizes({ program, result, inspect }: SizesProps) {
  if (result.outcome === 'rejected')
    return <p class="wb-status wb-run-failed">{t('It does not compile: see Problems.')}</p>
  if (result.outcome === 'stopped')
    return <p class="wb-status wb-run-failed">{t('It takes more time or memory than there is here.')}</p>
  const { functions, bytes } = result
  const largest = functions[0]?.bytes ?? 1
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('Function')}</th>
            <th scope="col">{t('Bytes')}</th>
          </tr>
        </thead>
        <tbody>
          {functions.map((it, index) => (
            <tr key={index}>
              <th scope="row">
                <button
                  type="button"
                  class="wb-textbutton"
                  onClick={() => inspect.choose({ program, name: it.name })}
                >
                  {it.name}
                </button>
              </th>
              <td style={{ '--share': it.bytes / largest }}>{it.bytes}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {tn('{count} function', 'All {count} functions', { count: functions.length })}
            </th>
            <td>{bytes}</td>
          </tr>
        </tfoot>
      </table>
    </>
  )
}

/** The source of a line stands once, where it changes. */
function Listing({ chosen, close }: { chosen: ChosenFunction; close: () => void }) {
  const { program, name, made } = chosen
  return (
    <section class="wb-inspect" aria-label={t('Assembly of {name}', { name })}>
      <div class="wb-inspect-head">
        <button type="button" class="wb-button" onClick={close}>
          {t('All functions')}
        </button>
        <h3>{name}</h3>
      </div>
      {!made && <p class="wb-status">{t('Building…')}</p>}
      {made && <Instructions program={program} made={made} />}
    </section>
  )
}

function Instructions({ program, made }: { program: ProgramSession; made: MadeAssembly }) {
  const { lines, more } = made.assembly
  if (lines.length === 0)
    return <p class="wb-status">{t('The compiler wrote no assembly of its own for it.')}</p>
  const isOld = isStale(program, made.files)
  return (
    <>
      {isOld && <p class="wb-note">{t('The code has changed since.')}</p>}
      <div class="wb-listing" tabIndex={0} role="group" aria-label={t('Instructions')}>
        {lines.map((line, index) => (
          <Instruction
            key={index}
            {...{ program, line, isOld }}
            files={made.files}
            before={lines[index - 1]}
          />
        ))}
        {more > 0 && <p class="wb-note">{t('… and {count} more lines.', { count: more })}</p>}
      </div>
    </>
  )
}

interface InstructionProps {
  program: ProgramSession
  files: SourceFiles
  line: AssemblyLine
  before: AssemblyLine | undefined
  isOld: boolean
}

function Instruction({ program, files, line, before, isOld }: InstructionProps) {
  const isNew = line.line !== undefined && (line.line !== before?.line || line.file !== before.file)
  const isLabel = line.text.endsWith(':')
  return (
    <>
      {isNew && (
        <div class="wb-listing-source">
          <Origin program={program} of={line} isOld={isOld} />
          <code>{sourceOf(files, line)}</code>
        </div>
      )}
      <div class={isLabel ? 'wb-listing-label' : 'wb-listing-line'}>{line.text}</div>
    </>
  )
}

/** A place in older code leads nowhere. */
function Origin({ program, of, isOld }: { program: ProgramSession; of: AssemblyLine; isOld: boolean }) {
  const { file, line, external } = of
  if (file === undefined || line === undefined) return null
  if (file !== program.file)
    return <span class="wb-inspect-from">{external ? file : t('{file} line {line}', { file, line })}</span>
  if (isOld) return <span class="wb-inspect-from">{t('line {line}', { line })}</span>
  return <LineLink program={program} at={{ line, column: 1 }} />
}

function sourceOf(files: SourceFiles, { file, line }: AssemblyLine): string {
  return files[file ?? '']?.split('\n')[line! - 1]?.trim() ?? ''
}

import { useState } from 'preact/hooks'
import type { Asciicast } from '#protocol/asciicast.ts'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { OldReport } from '../../program/shell-drivers.ts'
import type { ShellSession, ShellState } from '../../program/shell-session.ts'
import { describeNewCode, describePush, describeShell } from '../../wording/describe-shell.ts'
import { saveFile } from '../save-file.ts'
import { CastButtons } from './cast-buttons.tsx'
import type { Recording } from './recording.ts'
import { Replay } from './replay.tsx'
import { Commands } from './shell-commands.tsx'
import { useTerminal } from './use-terminal.ts'
import sheet from './shell-panel.css?inline'

interface Props {
  /** The driver in sight. */
  program: ProgramSession
  shell: ShellSession
}

/** A shell in a live kernel: what it is, what to do with it, and its terminal. */
export default function ShellPanel({ program, shell }: Props) {
  const { element, terminal, recording, open, show } = useTerminal(shell)
  const [cast, setCast] = useState<Asciicast | string>()
  const state = shell.state.value
  const isOn = shell.isOn.value
  const isOpen = state.kind === 'open'
  const source = { language: program.language, files: program.sources.value }
  const has = shell.has(source)
  return (
    <div class="wb-shell">
      <style>{sheet}</style>
      <div class="wb-shell-bar">
        {isOpen && <PushButton program={program} shell={shell} focus={() => terminal.current?.focus()} />}
        <button
          type="button"
          class={`wb-button${isOn ? '' : ' wb-primary'}`}
          onClick={() => (setCast(undefined), open(source))}
        >
          {isOn ? t('Build and boot again') : t('Open a shell')}
        </button>
        {isOn && (
          <button type="button" class="wb-button" onClick={shell.close}>
            {t('Close')}
          </button>
        )}
        {state.kind !== 'closed' && (
          <>
            <Find find={(text) => terminal.current?.find(text)} />
            <button type="button" class="wb-button" onClick={() => save(recording.current)}>
              {t('Save recording')}
            </button>
          </>
        )}
        {!isOn && <CastButtons recorded={shell.recorded} isPrimary={isOutOfReach(state)} show={setCast} />}
        <p class={`wb-status ${toTone(state)}`} role="status">
          {typeof cast === 'string' && `${cast} `}
          {describeShell(state, program.file)}
          {isOpen && ` ${describePush(shell.push.value) || describeNewCode(has, program.file)}`}
        </p>
      </div>
      {isOpen && (
        <Commands
          shell={shell}
          name={has === 'none' ? 'driver' : shell.nameOf(program.language)}
          focus={() => terminal.current?.focus()}
        />
      )}
      <OldReports reports={shell.oldReports.value} />
      {typeof cast === 'object' && (
        <Replay
          cast={cast}
          screen={{ write: (text) => show().write(text), clear: () => show().clear() }}
          close={() => (show().clear(), setCast(undefined))}
        />
      )}
      <div
        ref={element}
        class="wb-terminal"
        role="group"
        aria-label={t('Terminal; Esc, then Tab leaves it, and Shift+Tab goes back')}
        hidden={state.kind === 'closed' && typeof cast !== 'object'}
      />
    </div>
  )
}

/** Puts the driver in sight into the kernel that runs. */
function PushButton({ program, shell, focus }: Props & { focus: () => void }) {
  const { language, file } = program
  const source = { language, files: program.sources.value }
  const isNew = shell.has(source) !== 'these'
  return (
    <button
      type="button"
      class={`wb-button${isNew ? ' wb-primary' : ''}`}
      title={t('Builds {file} and puts it into this kernel as {name}.ko; the shell goes on.', {
        file,
        name: shell.nameOf(language),
      })}
      disabled={shell.push.value.kind === 'building'}
      onClick={() => (shell.pushDriver(source), focus())}
    >
      {t('Push {file}', { file })}
    </button>
  )
}

/** Reports whose line is not to be marked in the code, as that has changed. */
function OldReports({ reports }: { reports: OldReport[] }) {
  if (reports.length === 0) return null
  return (
    <details class="wb-shell-old">
      <summary>{t('Reports of older builds: {count}', { count: reports.length })}</summary>
      <ul>
        {reports.map(({ report, file, line, code }) => (
          <li key={report.text}>
            {file}:{line} <code>{code}</code>: {report.title}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Find({ find }: { find: (text: string) => void }) {
  return (
    <input
      class="wb-shell-find"
      type="search"
      placeholder={t('Find')}
      aria-label={t('Find in the terminal; Enter goes back to the place before')}
      onKeyDown={(event) => event.key === 'Enter' && find(event.currentTarget.value)}
    />
  )
}

function save(recording: Recording | undefined) {
  if (recording) saveFile('shell.cast', recording.toFile(), 'application/x-asciicast')
}

/** An end that the reader chose is no failure. */
function toTone(state: ShellState): string {
  if (state.kind !== 'ended') return 'wb-run-calm'
  const { ending } = state
  const isChosen = ending.kind === 'ended' && (ending.why === 'reader' || ending.why === 'left')
  return isChosen ? 'wb-run-calm' : 'wb-run-failed'
}

/** Where no kernel is to be had, the recording is the next best. */
function isOutOfReach(state: ShellState): boolean {
  return state.kind === 'ended' && state.ending.kind === 'no result'
}

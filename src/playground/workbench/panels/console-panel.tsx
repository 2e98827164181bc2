import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { BootConsole } from './boot-console.tsx'
import { Problem } from './problem.tsx'
import { ProgramConsole } from './program-console.tsx'
import './console-panel.css'

/** What came of the last run: of one side, or of both beside each other. */
export function ConsolePanel({ sides }: { sides: ProgramSession[] }) {
  if (sides.length === 1) return <Console program={sides[0]!} />
  return (
    <div class="wb-both">
      {sides.map((program) => (
        <section
          key={program.file}
          class={`wb-side wb-side-${program.language}`}
          aria-label={t('Run of {file}', { file: program.file })}
        >
          <h3>
            <b>{program.language === 'c' ? 'C' : 'Rust'}</b> {program.file}
          </h3>
          <Console program={program} />
          <Refusal program={program} />
        </section>
      ))}
    </div>
  )
}

function Console({ program }: { program: ProgramSession }) {
  const { run } = program
  if (run.kind === 'boot') return <BootConsole program={program} boot={run.state.value} />
  return <ProgramConsole program={program} run={run.state.value} />
}

/** Beside the crash of the other side stands what the compiler says here. */
function Refusal({ program }: { program: ProgramSession }) {
  if (program.run.compiled.value?.outcome !== 'rejected') return null
  return (
    <ol class="wb-problems">
      {program.navigator.stories.value.map(
        (story, index) =>
          story.severity === 'error' && <Problem key={index} {...{ program, story, index }} />,
      )}
    </ol>
  )
}

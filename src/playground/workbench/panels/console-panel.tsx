import type { Bench } from '../../program/program-session.ts'
import { BootConsole } from './boot-console.tsx'
import { Problem } from './problem.tsx'
import { ProgramConsole } from './program-console.tsx'

/** What came of the last run: of one side, or of both beside each other. */
export function ConsolePanel({ sides }: { sides: Bench[] }) {
  if (sides.length === 1) return <Console bench={sides[0]!} />
  return (
    <div class="wb-both">
      {sides.map((bench) => (
        <section
          key={bench.file}
          class={`wb-side wb-side-${bench.language}`}
          aria-label={`Run of ${bench.file}`}
        >
          <h3>
            <b>{bench.language === 'c' ? 'C' : 'Rust'}</b> {bench.file}
          </h3>
          <Console bench={bench} />
          <Refusal bench={bench} />
        </section>
      ))}
    </div>
  )
}

function Console({ bench }: { bench: Bench }) {
  const { run } = bench
  if (run.kind === 'boot') return <BootConsole bench={bench} boot={run.state.value} />
  return <ProgramConsole bench={bench} run={run.state.value} />
}

/** Beside the crash of the other side stands what the compiler says here. */
function Refusal({ bench }: { bench: Bench }) {
  if (bench.run.compiled.value?.outcome !== 'rejected') return null
  return (
    <ol class="wb-problems">
      {bench.reading.stories.value.map(
        (story, index) => story.severity === 'error' && <Problem key={index} {...{ bench, story, index }} />,
      )}
    </ol>
  )
}

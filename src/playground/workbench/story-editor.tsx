import { useEffect, useState } from 'preact/hooks'
import type { Target } from '#protocol/compile.ts'
import { t } from '#i18n/t.ts'
import { type ProgramSession, createProgramSession } from '../program/program-session.ts'
import { onShortcut } from './shortcuts.ts'
import { buildProgram } from '../program/build-program.ts'
import { EditorPane } from '../editor/editor-pane.tsx'
import { Announcer } from './panels/announcer.tsx'
import { ProblemList } from './panels/problem-list.tsx'
import { createServiceCompileClient } from '../backends/compile/service-compile-client.ts'
import { createServiceTraceClient } from '../backends/trace/trace-client.ts'
import { createRunSession } from '../program/run-session.ts'
import { createWasmRunner } from '../backends/runners/wasm-runner.ts'
import { serviceBase } from '../backends/service-base.ts'
import { createEditedFile } from '../program/edited-file.ts'
import { createView } from '../program/view.ts'
import './answers.css'
import './workbench.css'

interface Props {
  name: string
  source: string
  file: string
  target: Target
}

/** One program in the editor with its list of problems: for developers who change how stories are drawn. */
export default function StoryEditor(props: Props) {
  const [program, setProgram] = useState<ProgramSession>()
  useEffect(() => setProgram(open(props)), [])
  return (
    <section
      class="workbench"
      aria-label={props.name}
      onKeyDownCapture={(event) => program && onShortcut(event, { start() {}, navigator: program.navigator })}
    >
      <EditorPane program={program} label={t('{file}, the Rust you edit', { file: props.name })}>
        <pre class="wb-plain-code">{props.source}</pre>
      </EditorPane>
      {program && (
        <div class="wb-output">
          <div role="tabpanel" aria-label={t('Problems of {file}', { file: props.name })}>
            <ProblemList program={program} />
          </div>
        </div>
      )}
      <Announcer program={program} />
    </section>
  )
}

function open({ source, file, target }: Props): ProgramSession {
  const compileClient = createServiceCompileClient(serviceBase())
  const view = createView(file)
  return createProgramSession({
    edited: createEditedFile({ file, given: source, saved: undefined, shown: view.shown }),
    ...{ view, others: {}, compileClient },
    aim: { target, language: 'rust' },
    run: createRunSession({
      runner: createWasmRunner(),
      build: (source, signal) => buildProgram(compileClient, source, signal),
      traceClient: createServiceTraceClient(serviceBase()),
    }),
  })
}

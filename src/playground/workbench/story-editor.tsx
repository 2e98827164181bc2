import { useEffect, useState } from 'preact/hooks'
import type { Target } from '#protocol/compile.ts'
import { type Bench, createBench } from '../program/program-session.ts'
import { onBenchKey } from './shortcuts.ts'
import { buildProgram } from '../program/build-program.ts'
import { EditorPane } from '../editor/editor-pane.tsx'
import { Announcer } from './panels/announcer.tsx'
import { ProblemList } from './panels/problem-list.tsx'
import { createServicePlayground } from '../backends/compile/service-compile-client.ts'
import { createRunSession } from '../program/run-session.ts'
import { createWasmRunner } from '../backends/runners/wasm-runner.ts'
import { serviceBase } from '../backends/service-base.ts'
import { createSheet } from '../program/edited-file.ts'
import { createView } from '../program/view.ts'
import './workbench.css'
import './serial-console.css'
import './story.css'

interface Props {
  name: string
  source: string
  file: string
  target: Target
}

/** One program in the editor with its list of problems: for developers who change how stories are drawn. */
export default function StoryEditor(props: Props) {
  const [bench, setBench] = useState<Bench>()
  useEffect(() => setBench(open(props)), [])
  return (
    <section
      class="workbench"
      aria-label={props.name}
      onKeyDownCapture={(event) => bench && onBenchKey(event, { start() {}, reading: bench.reading })}
    >
      <EditorPane bench={bench} label={`${props.name}, the Rust you edit`}>
        <pre class="wb-plain-code">{props.source}</pre>
      </EditorPane>
      {bench && (
        <div class="wb-output">
          <div role="tabpanel" aria-label={`Problems of ${props.name}`}>
            <ProblemList bench={bench} />
          </div>
        </div>
      )}
      <Announcer bench={bench} />
    </section>
  )
}

function open({ source, file, target }: Props): Bench {
  const playground = createServicePlayground(serviceBase())
  const view = createView(file)
  return createBench({
    sheet: createSheet({ file, given: source, saved: undefined, shown: view.shown }),
    ...{ view, others: {}, playground },
    aim: { target, language: 'rust' },
    run: createRunSession(createWasmRunner(), (files, signal) => buildProgram(playground, files, signal)),
  })
}

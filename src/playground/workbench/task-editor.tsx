import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { holdFocus } from './hold-focus.ts'
import { keysOf } from './keys.ts'
import { onShortcut } from './shortcuts.ts'
import { EditorPane } from '../editor/editor-pane.tsx'
import type { EditedTask } from '../exercise/check-task.ts'
import { openTask, type OpenTask, taskKey } from '../exercise/open-task.ts'
import { readSavedCode } from '../storage/saved-code.ts'
import { Announcer } from './panels/announcer.tsx'
import { PrintedCode } from './panels/printed-code.tsx'
import { ProblemList } from './panels/problem-list.tsx'
import { TaskResult } from './panels/task-result.tsx'
import './workbench.css'

interface Props extends EditedTask {
  /** The start, highlighted. */
  children?: ComponentChildren
}

/** The small editor of one task of a drill: nothing is loaded or compiled before the reader begins. */
export default function TaskEditor({ children, ...task }: Props) {
  const [open, setOpen] = useState<OpenTask>()
  const [saved, setSaved] = useState<string>()
  const section = useRef<HTMLElement>(null)
  useEffect(() => setSaved(readSavedCode(taskKey(task))?.text), [])
  const opened = useRef<OpenTask>()
  useEffect(() => () => opened.current?.end(), [])
  useEffect(() => holdFocus(section.current!), [])
  /** A press on a button also brings the focus: both come before what is open is shown. */
  const begin = () => {
    setOpen((opened.current ??= openTask(task)))
    return opened.current
  }
  const check = () => void begin().check()
  return (
    <section
      ref={section}
      class="workbench task-editor"
      aria-label={t('Editor of {file}', { file: task.name })}
      style={{ '--lines': (saved ?? task.start).split('\n').length }}
      onKeyDownCapture={(event) =>
        open && onShortcut(event, { start: check, navigator: open.program.navigator })
      }
      onClick={begin}
      onFocusCapture={begin}
    >
      <EditorPane program={open?.program} label={t('{file}, the Rust you edit', { file: task.name })}>
        {saved === undefined ? children : <pre class="wb-plain-code">{saved}</pre>}
      </EditorPane>
      {open && <PrintedCode program={open.program} />}
      {open && <Problems open={open} />}
      <div class="task-bar">
        <button type="button" class="wb-button wb-primary" onClick={check}>
          {t('Check')} <kbd>{keysOf('run')}</kbd>
        </button>
        {open && (
          <button type="button" class="wb-textbutton" onClick={() => void openInPlayground(open)}>
            {t('Open in the playground')}
          </button>
        )}
        {open && open.program.text.value !== task.start && (
          <button type="button" class="wb-textbutton" onClick={open.reset}>
            {t('Start again')}
          </button>
        )}
        {open && <TaskResult state={open.state.value} prints={task.prints} />}
      </div>
      <Announcer program={open?.program} />
    </section>
  )
}

/** Is loaded when it is asked for, as in a lesson's menu. */
async function openInPlayground({ program }: OpenTask) {
  const { openTaskInPlayground } = await import('./share/share-task.ts')
  await openTaskInPlayground(program.text.peek())
}

function Problems({ open }: { open: OpenTask }) {
  if (open.program.navigator.stories.value.length === 0) return null
  return (
    <div class="task-problems">
      <ProblemList program={open.program} />
    </div>
  )
}

import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { holdFocus } from './hold-focus.ts'
import { keysOf } from './keys.ts'
import { onShortcut } from './shortcuts.ts'
import { EditorPane } from '../editor/editor-pane.tsx'
import type { EditedTask } from '../exercise/check-task.ts'
import { openTask, type OpenTask, taskKey } from '../exercise/open-task.ts'
import { readAnswers } from '../storage/answers.ts'
import { readSavedCode } from '../storage/saved-code.ts'
import { Announcer } from './panels/announcer.tsx'
import { HelpAsked } from './panels/help.tsx'
import { PrintedCode } from './panels/printed-code.tsx'
import { ProblemList } from './panels/problem-list.tsx'
import { TaskResult } from './panels/task-result.tsx'
import { readLines, SavedLines } from './saved-lines.tsx'
import './answers.css'
import './workbench.css'

interface Props extends EditedTask {
  /** The start, highlighted. */
  children?: ComponentChildren
}

/** The small editor of one task of a drill: nothing is loaded or compiled before the reader begins. */
export default function TaskEditor({ children, ...task }: Props) {
  const [open, setOpen] = useState<OpenTask>()
  const [saved, setSaved] = useState<string>()
  const [start, setStart] = useState<ReadonlyMap<string, string>>(new Map())
  const [isDone, setDone] = useState(false)
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    setStart(readLines(section.current!))
    setSaved(readSavedCode(taskKey(task))?.text)
    setDone(readAnswers(task.slug)[task.name]?.done === true)
  }, [])
  const opened = useRef<OpenTask>()
  useEffect(() => () => opened.current?.end(), [])
  useEffect(() => holdFocus(section.current!), [])
  const begin = () => {
    setOpen((opened.current ??= openTask(task)))
    return opened.current
  }
  const check = () => void begin().check()
  const text = open ? open.program.text.value : (saved ?? task.start)
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
      // A tap begins where it is let go: the code that it is on stays until then.
      onFocusCapture={({ target }) => (target as Element).matches(':focus-visible') && begin()}
    >
      <EditorPane program={open?.program} label={t('{file}, the Rust you edit', { file: task.name })}>
        {saved === undefined ? children : <SavedLines text={saved} start={start} />}
      </EditorPane>
      {(open || saved !== undefined) && (
        <PrintedCode file={task.name} given={task.start} toOwn={() => open?.program.text.peek() ?? text} />
      )}
      <div class="task-bar">
        <button type="button" class="wb-button wb-primary" onClick={check}>
          {t('Check')} <kbd>{keysOf('run')}</kbd>
        </button>
        {open && (
          <button type="button" class="wb-textbutton" onClick={() => void openInPlayground(open)}>
            {t('Open in the playground')}
          </button>
        )}
        <StartAgain text={text} start={task.start} replace={(to) => begin().program.replace(to)} />
        {isDone && open?.state.value.kind !== 'checked' && (
          <p class="task-before">{t('You solved this before.')}</p>
        )}
        {open && <TaskResult open={open} prints={task.prints} />}
      </div>
      {open && <Problems open={open} />}
      <Announcer program={open?.program} />
    </section>
  )
}

interface StartAgainProps {
  text: string
  start: string
  replace(text: string): void
}

/** Puts the start in the place of what the reader wrote; until the next edit that can be undone at the same place. */
function StartAgain({ text, start, replace }: StartAgainProps) {
  const [before, setBefore] = useState<string>()
  const isStart = text === start
  if (isStart && before === undefined) return null
  return (
    <button
      type="button"
      class="wb-textbutton"
      onClick={() => (isStart ? replace(before!) : (setBefore(text), replace(start)))}
    >
      {isStart ? t('Undo: take my code back') : t('Start again')}
    </button>
  )
}

/** Is loaded when it is asked for, as in a lesson's menu. */
async function openInPlayground({ program }: OpenTask) {
  const { openTaskInPlayground } = await import('./share/share-task.ts')
  await openTaskInPlayground(program.text.peek())
}

function Problems({ open: { program } }: { open: OpenTask }) {
  return (
    <>
      {program.navigator.stories.value.length > 0 && (
        <div class="task-problems">
          <ProblemList program={program} />
        </div>
      )}
      <HelpAsked program={program} session={undefined} />
    </>
  )
}

import { useEffect, useRef, useState } from 'preact/hooks'
import type { OpenWorkspace } from '../../workspace/open-workspace.ts'
import { holdFocus } from '../hold-focus.ts'
import { Announcer } from '../panels/announcer.tsx'
import { Menu } from '../panels/menu.tsx'
import { ToastArea } from '../panels/toast-area.tsx'
import { onShortcut } from '../shortcuts.ts'
import { FileTreeView } from './file-tree-view.tsx'
import { TerminalPane } from './terminal-pane.tsx'
import { toWorkspaceMenu } from './workspace-actions.ts'
import { FileTabs, OpenFiles } from './workspace-files.tsx'
import '../workbench.css'
import './workspace.css'

/** A project with several files, an editor on one side and a terminal on the other. */
export default function WorkspacePage() {
  const { open, folder } = useWorkspace()
  const section = useRef<HTMLElement>(null)
  useEffect(() => holdFocus(section.current!), [])
  const program = open?.programAt(open.shown.value)
  return (
    <section
      ref={section}
      class="workbench wb-fixed wb-page ws"
      aria-label="Workbench"
      onKeyDownCapture={(event) => open && onShortcut(event, { start() {}, navigator: program?.navigator })}
    >
      <div class="ws-panes">
        <FileTreeView open={open} />
        <div class="ws-code">
          <div class="wb-bar wb-top">
            <FileTabs open={open} />
            {open && <Menu id="ws-menu" label="Menu" sign="⋯" groups={toWorkspaceMenu(open)} />}
          </div>
          {open && <OpenFiles open={open} />}
        </div>
        <TerminalPane open={open} folder={folder} />
      </div>
      <Announcer program={program} />
      <ToastArea />
    </section>
  )
}

interface Opened {
  open?: OpenWorkspace
  /** Where what came in the address is. */
  folder?: string | undefined
}

function useWorkspace(): Opened {
  const [opened, setOpened] = useState<Opened>({})
  useEffect(() => {
    let last: OpenWorkspace | undefined
    let wanted = true
    void load().then((it) => {
      if (!wanted) return it.open.end()
      last = it.open
      setOpened(it)
    })
    return () => ((wanted = false), last?.end())
  }, [])
  return opened
}

async function load() {
  const [{ openWorkspace }, { openOwnWorkspace }, { beginning }, { openLinked }] = await Promise.all([
    import('../../workspace/open-workspace.ts'),
    import('../../workspace/own/open-own-workspace.ts'),
    import('../../workspace/begin.ts'),
    import('./open-linked.ts'),
  ])
  const open = openWorkspace(openOwnWorkspace(), beginning)
  return { open, folder: await openLinked(open) }
}

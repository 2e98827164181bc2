import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import type { OpenWorkspace } from '../../workspace/open-workspace.ts'
import { hasConsent } from '../../workspace/container/consent.ts'
import { holdFocus } from '../hold-focus.ts'
import { Announcer } from '../panels/announcer.tsx'
import { Menu } from '../panels/menu.tsx'
import { ToastArea } from '../panels/toast-area.tsx'
import { onShortcut } from '../shortcuts.ts'
import { ConsentQuestion } from './consent-question.tsx'
import { FileTreeView } from './file-tree-view.tsx'
import { openContainer, openOwnEngine } from './open-engine.ts'
import { TerminalPane } from './terminal-pane.tsx'
import { toWorkspaceMenu } from './workspace-actions.ts'
import { FileTabs, OpenFiles } from './workspace-files.tsx'
import '../answers.css'
import '../workbench.css'
import './workspace.css'

/** Which engine runs the terminal. */
type EngineKind = 'own' | 'container'

/** A project with several files, an editor on one side and a terminal on the other. */
export default function WorkspacePage({ kind }: { kind: EngineKind }) {
  const [stage, agree] = useStage(kind)
  const section = useRef<HTMLElement>(null)
  useEffect(() => holdFocus(section.current!), [])
  const { open, folder, notice } = stage.kind === 'open' ? stage : {}
  const program = open?.programAt(open.shown.value)
  return (
    <section
      ref={section}
      class="workbench wb-fixed wb-page ws"
      aria-label={t('Workbench')}
      onKeyDownCapture={(event) => open && onShortcut(event, { start() {}, navigator: program?.navigator })}
    >
      {notice !== undefined && (
        <p class="ws-notice" role="status">
          {notice}
        </p>
      )}
      {stage.kind === 'asking' ? (
        <ConsentQuestion agree={agree} />
      ) : (
        <div class="ws-panes">
          <FileTreeView open={open} />
          <div class="ws-code">
            <div class="wb-bar wb-top">
              <FileTabs open={open} />
              {open && <Menu id="ws-menu" label={t('Menu')} sign="⋯" groups={toWorkspaceMenu(open, kind)} />}
            </div>
            {open && <OpenFiles open={open} />}
            <ToastArea />
          </div>
          <TerminalPane open={open} folder={folder} isSlow={kind === 'container'} />
        </div>
      )}
      <Announcer program={program} />
    </section>
  )
}

/** How far the page is; `asking` whether something of somebody else may be loaded. */
type Stage =
  | { kind: 'asking' | 'loading' }
  | {
      kind: 'open'
      open: OpenWorkspace
      /** Where what came in the address is. */
      folder: string | undefined
      notice: string | undefined
    }

function useStage(kind: EngineKind): [Stage, () => void] {
  const [stage, setStage] = useState<Stage>({ kind: 'loading' })
  const start = () => {
    setStage({ kind: 'loading' })
    void load(kind).then(setStage)
  }
  useEffect(() => {
    if (kind === 'container' && !hasConsent()) setStage({ kind: 'asking' })
    else start()
  }, [])
  const open = stage.kind === 'open' ? stage.open : undefined
  useEffect(() => () => open?.end(), [open])
  return [stage, start]
}

async function load(kind: EngineKind): Promise<Stage> {
  const [{ openWorkspace }, { beginning }, { openLinked }] = await Promise.all([
    import('../../workspace/open-workspace.ts'),
    import('../../workspace/begin.ts'),
    import('./open-linked.ts'),
  ])
  const { engine, notice } = await (kind === 'own' ? openOwnEngine() : openContainer())
  const open = openWorkspace(engine, beginning)
  return { kind: 'open', open, folder: await openLinked(open), notice }
}

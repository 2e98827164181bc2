import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { showToast } from '../../notices/toasts.ts'
import { openProject, type OpenProject } from '../../project/open-project.ts'
import { readProjectFragment } from '../../project/project-link.ts'
import type { Project } from '../../project/project.ts'
import { hasSaved, ownSlug, readProject, saveProject } from '../../project/stored-project.ts'
import { type LinkedProgram, openLinkedProgram, takeEarlierEdit } from '../../program/linked-program.ts'
import { workReplaced } from '../../storage/storage.ts'
import { coverPage } from '../cover-page.ts'
import { forFrame } from '../embed/for-frame.ts'
import { useHeldCode } from '../embed/use-held-code.ts'
import { holdFocus } from '../hold-focus.ts'
import { leaveByEscape } from '../leave-by-escape.ts'
import { ActionBar } from '../panels/action-bar.tsx'
import { Announcer } from '../panels/announcer.tsx'
import { OutputPanels } from '../panels/output-panels.tsx'
import { ToastArea } from '../panels/toast-area.tsx'
import { showBadLink } from '../share/share-project.ts'
import { onShortcut } from '../shortcuts.ts'
import { InspectPanel } from './inspect-panel.tsx'
import { createProjectActions, type ProjectActions, type Reopen } from './project-actions.ts'
import { ProjectFiles, ProjectLine } from './project-files.tsx'
import { ProjectSettings } from './project-settings.tsx'
import { useBeside } from './use-beside.ts'
import '../full-window.css'
import '../workbench.css'
import './playground.css'

interface Props {
  /** It is a page of its own, for a frame: what it is was chosen by whoever made the link, and it is as high as what it shows. */
  embedded?: boolean
}

/** A page for frames without a link leaves the reader's own project alone. */
const embeddedSlug = 'embed'

/** Free editing of a program or a driver in C, Rust or both, with a link that holds all of it. */
export default function PlaygroundPage({ embedded = false }: Props) {
  const { open, actions } = useProject(embedded ? embeddedSlug : ownSlug)
  const [isFull, setFull] = useState(false)
  const section = useRef<HTMLElement>(null)
  const isBeside = useBeside(open)
  useEffect(() => holdFocus(section.current!), [])
  useEffect(() => (isFull ? coverPage(section.current!) : undefined), [isFull])
  useEffect(() => {
    if (isFull && open) return leaveByEscape({ editor: () => editorOf(open), leave: () => setFull(false) })
  }, [isFull, open])
  useHeldCode(open, embedded && open ? ({ holdProject }) => holdProject(open) : undefined)
  const toggleFull = () => setFull((before) => !before)
  const bar = actions?.toBar(isBeside, { isFull, toggleFull })
  return (
    <section
      ref={section}
      class={`workbench${embedded ? '' : ' wb-fixed wb-page'}${isBeside ? ' wb-beside' : ''}`}
      data-layout={isFull ? 'full' : 'page'}
      aria-label={t('Workbench')}
      onKeyDownCapture={(event) =>
        actions &&
        onShortcut(event, {
          ...actions.shortcuts(isBeside),
          ...(!embedded && { toggleLayout: () => toggleFull() }),
        })
      }
    >
      {!embedded && <ProjectSettings open={open} actions={actions} />}
      <ProjectFiles open={open}>{bar && <ActionBar {...(embedded ? forFrame(bar) : bar)} />}</ProjectFiles>
      {open && <ProjectLine {...{ open, embedded }} />}
      <ToastArea />
      {open && <Output open={open} />}
      <Announcer program={open?.active.value} />
    </section>
  )
}

function editorOf({ active }: OpenProject) {
  return active.peek().editor.peek()
}

function Output({ open }: { open: OpenProject }) {
  const { active, sides, view, inspect } = open
  const program = active.value
  const own = sides.find(({ language }) => language === program.language)!
  const panel = inspect && <InspectPanel inspect={inspect} />
  return (
    <OutputPanels
      program={program}
      sides={view.both.value && sides.length > 1 ? sides : [own]}
      more={panel && { tab: { id: 'code', title: t('Size') }, panel }}
    />
  )
}

interface Opened {
  open: OpenProject | undefined
  actions: ProjectActions | undefined
}

/** The project of the address, else the reader's own; another address opens another. */
function useProject(ownSlug: string): Opened {
  const [opened, setOpened] = useState<Opened>({ open: undefined, actions: undefined })
  useEffect(() => {
    let open: OpenProject | undefined
    let address: Address = { slug: ownSlug, linked: {} }
    let wanted = true
    function show(project: Project) {
      if (!wanted) return
      open = openProject(project, address.slug, open)
      setOpened({ open, actions: createProjectActions(open, reopen) })
    }
    const reopen: Reopen = (toProject) => {
      open?.end()
      const project = toProject(address.linked)
      saveProject(address.slug, project)
      show(project)
    }
    function fromStorage() {
      open?.end()
      show(readProject(address.slug, address.linked))
    }
    const fromAddress = () => void readAddress(ownSlug).then((read) => ((address = read), fromStorage()))
    const listening = [
      ['hashchange', fromAddress],
      [workReplaced, fromStorage],
    ] as const
    fromAddress()
    for (const [event, callback] of listening) window.addEventListener(event, callback)
    return () => {
      wanted = false
      open?.end()
      for (const [event, callback] of listening) window.removeEventListener(event, callback)
    }
  }, [])
  return opened
}

/** Where a project is saved, and what came in the link. */
interface Address {
  slug: string
  linked: Partial<Project>
}

/** A link comes before what was kept here, and is kept apart: the reader's own project stays. */
async function readAddress(ownSlug: string): Promise<Address> {
  const linked = await readProjectFragment(location.hash)
  if (linked.kind === 'project') {
    const program = await openLinkedProgram(location.hash, '')
    if (program.earlier !== undefined && !hasSaved(program.slug)) offerEarlierEdit(program)
    return { slug: program.slug, linked: linked.project }
  }
  if (linked.kind !== 'none') showBadLink(linked.kind, t('What stands here is your own.'))
  return { slug: ownSlug, linked: {} }
}

function offerEarlierEdit(program: LinkedProgram) {
  showToast(
    t('This browser has an earlier edit of a link that ends like this one. It may be of another program.'),
    [{ label: t('Open that edit'), callback: () => takeEarlierEdit(program) }],
    true,
  )
}

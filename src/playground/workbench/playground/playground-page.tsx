import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { showToast } from '../../notices/toasts.ts'
import { openProject, type OpenProject } from '../../project/open-project.ts'
import { readProjectFragment } from '../../project/project-link.ts'
import type { Project } from '../../project/project.ts'
import {
  hasSaved,
  onChangedElsewhere,
  ownSlug,
  readProject,
  saveProject,
} from '../../project/stored-project.ts'
import { type LinkedProgram, openLinkedProgram, takeEarlierEdit } from '../../program/linked-program.ts'
import { workReplaced } from '../../storage/storage.ts'
import { coverPage } from '../cover-page.ts'
import { forFrame } from '../embed/for-frame.ts'
import { useHeldCode } from '../embed/use-held-code.ts'
import { holdFocus } from '../hold-focus.ts'
import { followPresenting, presenting } from '../layout.ts'
import { leaveByEscape } from '../leave-by-escape.ts'
import { ActionBar } from '../panels/action-bar.tsx'
import { Announcer } from '../panels/announcer.tsx'
import { OutputPanels } from '../panels/output-panels.tsx'
import { ToastArea } from '../panels/toast-area.tsx'
import { showBadLink } from '../share/share-project.ts'
import { onShortcut } from '../shortcuts.ts'
import { type FromLink, LinkLine } from './link-line.tsx'
import { InspectPanel } from './inspect-panel.tsx'
import { PartsLine } from './parts-line.tsx'
import { createProjectActions, type ProjectActions, type Reopen } from './project-actions.ts'
import { ProjectFiles, ProjectLine } from './project-files.tsx'
import { ProjectSettings } from './project-settings.tsx'
import { useFitsQrCode } from './use-fits-qr-code.ts'
import { useBeside } from './use-beside.ts'
import '../full-window.css'
import '../answers.css'
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
  const { open, actions, link } = useProject(embedded ? embeddedSlug : ownSlug)
  const section = useRef<HTMLElement>(null)
  const isBeside = useBeside(open)
  useEffect(() => holdFocus(section.current!), [])
  const full = useFullWindow(section, open, !embedded)
  useHeldCode(open, embedded && open ? ({ holdProject }) => holdProject(open) : undefined)
  const fitsQrCode = useFitsQrCode(embedded ? undefined : open)
  const bar = actions?.toBar(isBeside, { ...full, fitsQrCode })
  return (
    <section
      ref={section}
      class={`workbench${embedded ? '' : ' wb-fixed wb-page'}${isBeside ? ' wb-beside' : ''}`}
      data-layout={full.isFull ? 'full' : 'page'}
      aria-label={t('Workbench')}
      onKeyDownCapture={(event) =>
        actions &&
        onShortcut(event, {
          ...actions.shortcuts(isBeside),
          ...(!embedded && { toggleLayout: () => full.toggleFull() }),
        })
      }
    >
      {!embedded && <Head {...{ open, actions, link }} />}
      <ProjectFiles open={open}>{bar && <ActionBar {...(embedded ? forFrame(bar) : bar)} />}</ProjectFiles>
      {open && <ProjectLine {...{ open, embedded }} />}
      <ToastArea />
      {open && <Output open={open} />}
      <Announcer program={open?.active.value} />
    </section>
  )
}

/** What it is made for, and whose it is. */
function Head({ open, actions, link }: Opened) {
  return (
    <>
      <ProjectSettings open={open} actions={actions} />
      {open && actions && <LinkLine {...{ open, actions, link }} />}
      {open?.parts && actions && <PartsLine parts={open.parts} actions={actions} />}
    </>
  )
}

/** Whether it covers the window, and what changes that. Where it is presented, it does so until that is left. */
function useFullWindow(section: RefObject<HTMLElement>, open: OpenProject | undefined, isPage: boolean) {
  const [isFull, setFull] = useState(false)
  useEffect(() => (isPage ? followPresenting() : undefined), [])
  useEffect(() => setFull(presenting.value), [presenting.value])
  useEffect(() => (isFull ? coverPage(section.current!) : undefined), [isFull])
  useEffect(() => {
    if (isFull && open) return leaveByEscape({ editor: () => editorOf(open), leave: () => setFull(false) })
  }, [isFull, open])
  return { isFull, toggleFull: () => setFull((before) => !before) }
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
  /** Absent for the reader's own. */
  link: FromLink | undefined
}

/** The project of the address, else the reader's own; another address opens another. */
function useProject(ownSlug: string): Opened {
  const [opened, setOpened] = useState<Opened>({ open: undefined, actions: undefined, link: undefined })
  useEffect(() => {
    let open: OpenProject | undefined
    let address: Address = { slug: ownSlug }
    let wanted = true
    let stopFollowing = () => {}
    function show(project: Project) {
      if (!wanted) return undefined
      open = openProject(project, address.slug, open)
      setOpened({ open, actions: createProjectActions(open, reopen), link: address.link })
      stopFollowing()
      stopFollowing = onChangedElsewhere(address.slug, project, () => fromOtherTab(project))
      return open
    }
    const reopen: Reopen = (toProject) => {
      open?.end()
      const project = toProject(address.link?.project ?? {})
      const isHalf = open?.project.target === project.target
      const known = isHalf ? Object.keys(open!.project.files) : undefined
      return show(saveProject(address.slug, project, known))
    }
    function fromStorage() {
      open?.end()
      show(readProject(address.slug, address.link?.project))
    }
    /** The other one may have the other half in sight, and keeps it. */
    function fromOtherTab({ target }: Project) {
      const shown = open?.view.shown.peek()
      open?.end()
      show({ ...readProject(address.slug, address.link?.project, target), ...(shown && { shown }) })
      showToast(t('Updated from your other tab, where you edited this last.'))
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
      stopFollowing()
      open?.end()
      for (const [event, callback] of listening) window.removeEventListener(event, callback)
    }
  }, [])
  return opened
}

/** Where a project is saved, and what came in the link. */
interface Address {
  slug: string
  link?: FromLink
}

/** A link comes before what was kept here, and is kept apart: the reader's own project stays. */
async function readAddress(ownSlug: string): Promise<Address> {
  const linked = await readProjectFragment(location.hash)
  if (linked.kind === 'project') {
    const program = await openLinkedProgram(location.hash, '')
    if (program.earlier !== undefined && !hasSaved(program.slug)) offerEarlierEdit(program)
    return { slug: program.slug, link: { project: linked.project, fragment: location.hash } }
  }
  if (linked.kind !== 'none')
    showBadLink(linked.kind, hasSaved(ownSlug) ? t('What stands here is your own.') : '')
  return { slug: ownSlug }
}

function offerEarlierEdit(program: LinkedProgram) {
  showToast(
    t('This browser has an earlier edit of a link that ends like this one. It may be of another program.'),
    [{ label: t('Open that edit'), callback: () => takeEarlierEdit(program) }],
    true,
  )
}

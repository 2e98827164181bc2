import type { ComponentChildren } from 'preact'
import { t } from '#i18n/t.ts'
import { EditorPane } from '../../editor/editor-pane.tsx'
import { PlainEditor } from '../../editor/plain-editor.tsx'
import { isShown } from '../../program/view.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { languageOf } from '../../project/project.ts'
import { startOf } from '../../project/templates.ts'
import { Divider } from '../panels/divider.tsx'
import { EditorKeys, EditorLine } from '../panels/editor-line.tsx'
import { type Tab, TabPanel, Tabs } from '../panels/tabs.tsx'
import '../panels/file-tabs.css'

/** The files of a project as tabs, each to be edited; where both languages are in sight, beside each other. */
export function ProjectFiles({
  open,
  children,
}: {
  open: OpenProject | undefined
  children: ComponentChildren
}) {
  const files = open ? [...open.files.keys()] : [first]
  const choose = (id: string) => open && (open.view.shown.value = id)
  return (
    <>
      <div class="wb-bar wb-top">
        <Tabs
          tabs={toTabs(files, open)}
          chosen={open?.view.shown.value ?? first}
          choose={choose}
          label={t('Files')}
          prefix="wb-file"
        />
        {children}
      </div>
      <div class="wb-editors">
        {open ? <Panels open={open} choose={choose} /> : <pre class="wb-plain-code">{start}</pre>}
      </div>
    </>
  )
}

const first = 'main.rs'
const start = startOf('userspace').files[first]

function Panels({ open, choose }: { open: OpenProject; choose: (id: string) => void }) {
  const { files, script, view, slug, project } = open
  const toPanel = (id: string) => ({
    ...{ id, prefix: 'wb-file', isShown: isShown(view, id) },
    onFocus: () => choose(id),
  })
  return (
    <>
      {[...files].map(([file, program]) => (
        <TabPanel key={`${slug} ${project.target} ${file}`} side={languageOf(file)} {...toPanel(file)}>
          <EditorPane program={program} label={describeEdited(file)}>
            <pre class="wb-plain-code">{program.text.peek()}</pre>
          </EditorPane>
        </TabPanel>
      ))}
      {view.layout.value === 'split' && <Divider />}
      {script && (
        <TabPanel {...toPanel(script.file)}>
          <div class="wb-editor wb-editor-script">
            <PlainEditor edited={script} label={t('boot.sh, the commands that the booted kernel is given')} />
          </div>
        </TabPanel>
      )}
    </>
  )
}

function toTabs(files: string[], open: OpenProject | undefined): Tab[] {
  const tabs = files.map((file): Tab => ({
    id: file,
    title: file,
    ...(isCode(file) && { lead: nameOf(file) }),
  }))
  if (!open) return tabs
  const { script, view } = open
  const all = script ? [...tabs, { id: script.file, title: script.file }] : tabs
  return all.map((tab) => ({ ...tab, isBeside: tab.id !== view.shown.value && isShown(view, tab.id) }))
}

function describeEdited(file: string): string {
  return nameOf(file) === 'C'
    ? t('{file}, the C you edit', { file })
    : t('{file}, the Rust you edit', { file })
}

function isCode(file: string): boolean {
  return /\.(?:rs|c|h)$/.test(file)
}

function nameOf(file: string): 'C' | 'Rust' {
  return languageOf(file) === 'c' ? 'C' : 'Rust'
}

/** The line below the code: of the file in sight. */
export function ProjectLine({ open, embedded }: { open: OpenProject; embedded: boolean }) {
  const { active, files, saved, view } = open
  const shown = view.shown.value
  const program = files.get(shown)
  return (
    <EditorLine program={program ?? active.value} saved={saved[shown]?.value} embedded={embedded}>
      {program ? (
        <EditorKeys program={program} />
      ) : (
        t('One whole command a line, run as root once the kernel is up; the module is driver.ko.')
      )}
    </EditorLine>
  )
}

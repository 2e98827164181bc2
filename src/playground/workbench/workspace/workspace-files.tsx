import { t } from '#i18n/t.ts'
import { EditorPane } from '../../editor/editor-pane.tsx'
import { PlainEditor } from '../../editor/plain-editor.tsx'
import type { ProgramSession } from '../../program/program-session.ts'
import type { OpenWorkspace } from '../../workspace/open-workspace.ts'
import { EditorKeys, EditorLine } from '../panels/editor-line.tsx'
import { ProblemList } from '../panels/problem-list.tsx'
import { type Tab, TabPanel, Tabs } from '../panels/tabs.tsx'
import '../panels/file-tabs.css'

/** The open files as tabs. */
export function FileTabs({ open }: { open: OpenWorkspace | undefined }) {
  const tabs = open?.tabs.value ?? []
  return (
    <Tabs
      tabs={tabs.map(toTab)}
      chosen={open?.shown.value ?? ''}
      choose={(path) => open?.show(path)}
      label={t('Files')}
      prefix="wb-file"
    />
  )
}

function toTab(path: string): Tab {
  return { id: path, title: path, ...(/\.(?:rs|c|h)$/.test(path) && { lead: languageOf(path) }) }
}

function languageOf(path: string): 'C' | 'Rust' {
  return path.endsWith('.rs') ? 'Rust' : 'C'
}

function describeEdited(file: string): string {
  return languageOf(file) === 'C'
    ? t('{file}, the C you edit', { file })
    : t('{file}, the Rust you edit', { file })
}

/** Each open file, of which one is in sight, to be edited; code with all that its compiler says. */
export function OpenFiles({ open }: { open: OpenWorkspace }) {
  const { files, tabs, shown } = open
  const there = tabs.value.filter((path) => files.value.has(path))
  if (there.length === 0)
    return <p class="ws-none">{t('No file is open. Choose one in the list, or add one.')}</p>
  return (
    <>
      {there.map((path) => (
        <TabPanel key={path} id={path} prefix="wb-file" isShown={shown.value === path}>
          <OpenFile open={open} path={path} />
        </TabPanel>
      ))}
    </>
  )
}

function OpenFile({ open, path }: { open: OpenWorkspace; path: string }) {
  const { edited, saved } = open.files.value.get(path)!
  const program = open.programAt(path)
  return (
    <>
      <div class="wb-editors">
        {program ? (
          <EditorPane program={program} label={describeEdited(path)}>
            <pre class="wb-plain-code">{edited.text.peek()}</pre>
          </EditorPane>
        ) : (
          <div class="wb-editor wb-editor-script">
            <PlainEditor edited={edited} label={t('{file}, a text you edit', { file: path })} />
          </div>
        )}
      </div>
      <EditorLine program={program} saved={saved.value}>
        {program && <EditorKeys program={program} />}
      </EditorLine>
      {program && <Problems path={path} program={program} />}
    </>
  )
}

function Problems({ path, program }: { path: string; program: ProgramSession }) {
  return (
    <div class="ws-problems" role="region" aria-label={t('Problems of {file}', { file: path })} tabIndex={0}>
      <ProblemList program={program} />
    </div>
  )
}

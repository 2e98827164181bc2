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
      label="Files"
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

/** Each open file, of which one is in sight, to be edited; code with all that its compiler says. */
export function OpenFiles({ open }: { open: OpenWorkspace }) {
  const { files, tabs, shown } = open
  const there = tabs.value.filter((path) => files.value.has(path))
  if (there.length === 0) return <p class="ws-none">No file is open. Choose one in the list, or add one.</p>
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
          <EditorPane program={program} label={`${path}, the ${languageOf(path)} you edit`}>
            <pre class="wb-plain-code">{edited.text.peek()}</pre>
          </EditorPane>
        ) : (
          <div class="wb-editor wb-editor-script">
            <PlainEditor edited={edited} label={`${path}, a text you edit`} />
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
    <div class="ws-problems" role="region" aria-label={`Problems of ${path}`} tabIndex={0}>
      <ProblemList program={program} />
    </div>
  )
}

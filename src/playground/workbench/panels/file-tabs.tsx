import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { EditorPane } from '../../editor/editor-pane.tsx'
import { PlainEditor } from '../../editor/plain-editor.tsx'
import type { OpenExercise } from '../../exercise/open-exercise.ts'
import { isShown } from '../../program/view.ts'
import { Divider } from './divider.tsx'
import { givenTab } from '../to-read-files.ts'
import { type Tab, TabPanel, Tabs } from './tabs.tsx'
import './file-tabs.css'

/** A file of the lesson that is only read. */
export interface ReadOnly {
  file: string
  code: ComponentChildren
}

interface Props {
  open: OpenExercise | undefined
  root: string
  /** Names of the files that are only read; `read` has the files themselves once they are there. */
  readFiles: readonly string[]
  /** The start of the exercise, highlighted. */
  rust: ComponentChildren
  /** The C driver, highlighted. */
  driver: ComponentChildren
  /** What is only read: what decides that the exercise is solved, and what it brings. */
  read: ReadOnly[]
  /** The buttons beside the tabs. */
  children: ComponentChildren
}

/** The two drivers and the commands that they are given, each to be edited, and what is to be read beside them. */
export function FileTabs({ open, root, rust, driver, readFiles, read, children }: Props) {
  const [early, setEarly] = useState(root)
  useEffect(() => void (open && (open.view.shown.value = early)), [open])
  const chosen = open?.view.shown.value ?? early
  const choose = (id: string) => {
    setEarly(id)
    if (open) open.view.shown.value = id
  }
  const isSplit = open?.view.layout.value === 'split'
  const toPanel = (id: string) => ({
    ...{ id, prefix: 'wb-file' },
    isShown: open ? isShown(open.view, id) : id === chosen,
    // In the split view, what is used last is what is run.
    onFocus: () => choose(id),
  })
  return (
    <>
      <div class="wb-bar wb-top">
        <Tabs
          tabs={toTabs(root, { driver, readFiles })}
          {...{ chosen, choose }}
          label={t('Files')}
          prefix="wb-file"
        />
        {children}
      </div>
      <div class="wb-editors">
        {Boolean(driver) && (
          <TabPanel {...toPanel('driver.c')}>
            <EditorPane program={open?.c} label={t('{file}, the C you edit', { file: 'driver.c' })}>
              {driver}
            </EditorPane>
          </TabPanel>
        )}
        {isSplit && <Divider />}
        <TabPanel {...toPanel(root)}>
          <EditorPane program={open?.rust} label={t('{file}, the Rust you edit', { file: root })}>
            {rust}
          </EditorPane>
        </TabPanel>
        {open && (
          <TabPanel {...toPanel(open.script.file)}>
            <div class="wb-editor wb-editor-script">
              <PlainEditor
                edited={open.script}
                label={t('boot.sh, the commands that the booted kernel is given')}
              />
            </div>
          </TabPanel>
        )}
        {read.map(({ file, code }) => (
          <TabPanel key={file} {...toPanel(file)}>
            <div class="wb-editor wb-static">{code}</div>
          </TabPanel>
        ))}
      </div>
    </>
  )
}

const scriptFile = 'boot.sh'

function toTabs(root: string, { driver, readFiles }: Pick<Props, 'driver' | 'readFiles'>): Tab[] {
  return [
    ...(driver ? [{ id: 'driver.c', title: 'driver.c', lead: 'C' }] : []),
    { id: root, title: root, lead: 'Rust' },
    { id: scriptFile, title: scriptFile },
    ...readFiles.map((file) => ({ id: file, title: file === givenTab ? t('given') : file })),
  ]
}

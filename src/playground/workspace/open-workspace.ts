import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { t } from '#i18n/t.ts'
import { createView } from '../program/view.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { type FileSet, openFileSet, type WorkspaceFile } from './file-set.ts'
import { describeBadPath } from './file-path.ts'
import { mostFiles } from './file-text.ts'
import { readOpenTabs, saveOpenTabs } from './open-tabs.ts'
import { openPrograms } from './open-programs.ts'
import { type FileSync, syncFiles } from './sync-files.ts'
import type { Workspace } from './workspace.ts'

/** The reader's files, what is open of them, and the engine that works on them. */
export interface OpenWorkspace {
  files: FileSet['files']
  /** Files that only the engine has, each with why. */
  others: ReadonlySignal<ReadonlyMap<string, string>>
  /** The paths of the open files, in the order in which they were opened. */
  tabs: ReadonlySignal<string[]>
  /** The path of the file in sight; empty where none is open. */
  shown: Signal<string>
  texts(): Record<string, string>
  show(path: string): void
  close(path: string): void
  /** Adds a file, or replaces its text; gives a sentence where it can't, or can't save it. */
  put(path: string, text: string): string | undefined
  rename(from: string, to: string): void
  remove(path: string): void
  programAt(path: string): ProgramSession | undefined
  /** Has the engine take what was typed in the editor before a command is given. */
  flush(): Promise<void>
  engine: Workspace
  end(): void
}

/** Opens the files of this browser, or those to begin with, in an engine. */
export function openWorkspace(engine: Workspace, begin: Record<string, string>): OpenWorkspace {
  const view = createView('')
  const shown = view.shown
  const set = openFileSet(shown, begin)
  const tabs = signal<string[]>([])
  const sync: FileSync = syncFiles(set, engine)
  const programs = openPrograms(set, view)
  function show(path: string) {
    if (!set.files.peek().has(path)) return
    if (!tabs.peek().includes(path)) tabs.value = [...tabs.peek(), path]
    shown.value = path
  }
  function close(path: string) {
    const at = tabs.peek().indexOf(path)
    if (at < 0) return
    tabs.value = tabs.peek().filter((tab) => tab !== path)
    if (shown.peek() === path) shown.value = tabs.peek()[Math.min(at, tabs.peek().length - 1)] ?? ''
  }
  reopen(set.files.peek(), show)
  function put(path: string, text: string): string | undefined {
    const paths = [...set.files.peek().keys()]
    const why = paths.includes(path) ? undefined : (describeBadPath(path, paths) ?? describeTooMany(paths))
    if (why !== undefined) return why
    return set.put(path, text) === 'saved'
      ? undefined
      : t('{file} is not saved: this browser has no room for it.', { file: path })
  }
  const ends = [
    effect(() => tabs.value.filter((tab) => !set.files.value.has(tab)).forEach(close)),
    effect(() => show(shown.value)),
    effect(() => saveOpenTabs({ paths: tabs.value, shown: shown.value })),
    sync.end,
    programs.end,
    set.end,
    () => void engine.end(),
  ]
  return {
    ...{ files: set.files, others: sync.others, tabs, shown, texts: set.texts, show, close, engine },
    put,
    remove: set.remove,
    rename(from, to) {
      const isOpen = tabs.peek().includes(from)
      set.put(to, set.texts()[from]!)
      if (isOpen) tabs.value = tabs.peek().map((tab) => (tab === from ? to : tab))
      if (shown.peek() === from) shown.value = to
      set.remove(from)
    },
    programAt: programs.at,
    flush: sync.flush,
    end: () => ends.forEach((end) => end()),
  }
}

function describeTooMany(paths: string[]): string | undefined {
  return paths.length >= mostFiles ? t('A project has at most {most} files.', { most: mostFiles }) : undefined
}

/** What was open when the page was left; else what one would look at first. */
function reopen(files: ReadonlyMap<string, WorkspaceFile>, show: (path: string) => void) {
  const { paths, shown } = readOpenTabs()
  const there = paths.filter((path) => files.has(path))
  there.forEach(show)
  const first = there.includes(shown) ? shown : (there[0] ?? firstOf(files))
  if (first !== undefined) show(first)
}

/** What one would look at first. */
function firstOf(files: ReadonlyMap<string, WorkspaceFile>): string | undefined {
  const paths = [...files.keys()]
  return ['driver.rs', 'main.rs', 'driver.c'].find((path) => files.has(path)) ?? paths[0]
}

import { t } from '#i18n/t.ts'
import { showToast } from '../../notices/toasts.ts'
import type { OpenWorkspace } from '../../workspace/open-workspace.ts'
import { addFile, removeShown, renameShown } from './workspace-actions.ts'

/** The files of the project by their folders, and what can be done with them. */
export function FileTreeView({ open }: { open: OpenWorkspace | undefined }) {
  const shown = open?.shown.value ?? ''
  const isOpen = open?.files.value.has(shown) ?? false
  return (
    <nav class="ws-tree" aria-label={t('Files of the project')}>
      <div class="ws-tree-bar" role="group" aria-label={t('Change the files')}>
        <button type="button" class="wb-button" disabled={!open} onClick={() => void addFile(open!)}>
          {t('Add')}
        </button>
        <button type="button" class="wb-button" disabled={!isOpen} onClick={() => void renameShown(open!)}>
          {t('Rename')}
        </button>
        <button type="button" class="wb-button" disabled={!isOpen} onClick={() => removeShown(open!)}>
          {t('Remove')}
        </button>
      </div>
      {open && <Entries open={open} />}
    </nav>
  )
}

function Entries({ open }: { open: OpenWorkspace }) {
  const paths = [...open.files.value.keys(), ...open.others.value.keys()].sort()
  return <Folder open={open} entries={toEntries(paths)} />
}

/** A folder by its name, or a file by its path. */
type Entry = { kind: 'file'; name: string; path: string } | { kind: 'folder'; name: string; entries: Entry[] }

function Folder({ open, entries }: { open: OpenWorkspace; entries: Entry[] }) {
  return (
    <ul role="list">
      {entries.map((entry) => (
        <li key={`${entry.kind} ${entry.name}`}>
          {entry.kind === 'file' ? (
            <File open={open} name={entry.name} path={entry.path} />
          ) : (
            <details open>
              <summary>{entry.name}/</summary>
              <Folder open={open} entries={entry.entries} />
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

function File({ open, name, path }: { open: OpenWorkspace; name: string; path: string }) {
  const why = open.others.value.get(path)
  return (
    <button
      type="button"
      class={`ws-file${why ? ' ws-file-other' : ''}`}
      aria-current={open.shown.value === path ? 'true' : undefined}
      title={why ?? path}
      onClick={() => (why ? showToast(why) : open.show(path))}
    >
      {name}
      {why && <span class="visually-hidden">, {t('not to be edited here')}</span>}
    </button>
  )
}

/** Folders come first. */
function toEntries(paths: string[], depth = 0): Entry[] {
  const folders = new Map<string, string[]>()
  const files: Entry[] = []
  for (const path of paths) {
    const [name = '', ...rest] = path.split('/').slice(depth)
    if (rest.length === 0) files.push({ kind: 'file', name, path })
    else folders.set(name, [...(folders.get(name) ?? []), path])
  }
  const inside = [...folders].map(([name, below]): Entry => ({
    kind: 'folder',
    name,
    entries: toEntries(below, depth + 1),
  }))
  return [...inside, ...files]
}

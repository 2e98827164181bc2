import { effect, type Signal, signal } from '@preact/signals'
import { t } from '#i18n/t.ts'
import { showToast } from '../notices/toasts.ts'
import { describeFileText, type FileText, mostFiles, toFileText } from './file-text.ts'
import { isWorkspacePath } from './file-path.ts'
import type { FileSet } from './file-set.ts'
import type { FileChange, Workspace } from './workspace.ts'

/** Keeps the files of the page and those of an engine the same. */
export interface FileSync {
  /** Resolves when the engine has what the page has now. */
  flush(): Promise<void>
  /** Files that only the engine has, each with why the page can't have it. */
  others: Signal<ReadonlyMap<string, string>>
  end(): void
}

const pauseMilliseconds = 250

/** Begins with writing all files of the page into the engine. From then on each side is told what the other one changed, and never its own. */
export function syncFiles(set: FileSet, { files: engine }: Workspace): FileSync {
  /** What both sides have. */
  const synced = new Map<string, string>()
  const others = signal<ReadonlyMap<string, string>>(new Map())
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOn = true
  let last: Promise<void> = Promise.resolve()
  /** One at a time: what is read is never older than what was written. */
  const enqueue = (step: () => Promise<void>) =>
    (last = last.then(() => (isOn ? step() : undefined)).catch((error: unknown) => console.error(error)))

  async function push() {
    const texts = set.texts()
    for (const path of synced.keys()) {
      if (Object.hasOwn(texts, path)) continue
      synced.delete(path)
      await engine.remove(path)
    }
    for (const [path, text] of Object.entries(texts)) {
      if (synced.get(path) === text) continue
      synced.set(path, text)
      await engine.write(path, text)
    }
  }
  function flush() {
    clearTimeout(timer)
    return enqueue(push)
  }
  async function pull(path: string) {
    const bytes = await engine.read(path)
    const own = set.files.peek().get(path)?.edited.text.peek()
    const isEdited = own !== synced.get(path)
    if (!bytes) {
      others.value = without(others.peek(), path)
      if (own === undefined || isEdited || !synced.delete(path)) return
      return set.remove(path)
    }
    const found = toFileText(bytes)
    const why = describeRefusal(path, found, set)
    if (why !== undefined || found.kind !== 'text') return leaveOut(path, why ?? '')
    others.value = without(others.peek(), path)
    if (found.text === synced.get(path)) return
    synced.set(path, found.text)
    if (own !== undefined && isEdited && own !== found.text) return offer(path, found.text)
    if (set.put(path, found.text) !== 'saved')
      showToast(
        t('This browser has no room for {file}: it is not saved. Download the files to keep them.', {
          file: path,
        }),
      )
  }
  function leaveOut(path: string, why: string) {
    if (others.peek().get(path) !== why) others.value = new Map([...others.peek(), [path, why]])
    // The page's own text is older now, and writing it would destroy what the engine has.
    if (!set.files.peek().has(path)) return
    synced.delete(path)
    set.remove(path)
  }
  function offer(path: string, text: string) {
    showToast(
      t('{file} was changed in the terminal while you typed. What you typed here replaces that.', {
        file: path,
      }),
      [{ label: t('Use the terminal’s'), callback: () => void set.put(path, text) }],
      true,
    )
  }
  async function pullAll() {
    const paths = new Set([...(await engine.list()), ...synced.keys()])
    for (const path of paths) await pull(path)
  }
  const take = (change: FileChange) =>
    void enqueue(() => (change.kind === 'path' ? pull(change.path) : pullAll()))
  const stop = engine.watch(take)
  const stopEffect = effect(() => {
    for (const { edited } of set.files.value.values()) void edited.text.value
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pauseMilliseconds)
  })
  return {
    ...{ flush, others },
    end: () => ((isOn = false), clearTimeout(timer), stop(), stopEffect()),
  }
}

function describeRefusal(path: string, found: FileText, set: FileSet): string | undefined {
  if (!isWorkspacePath(path)) return t('{file} has a name that can’t be saved here.', { file: path })
  if (found.kind !== 'text') return describeFileText(path, found)
  const isTooMany = !set.files.peek().has(path) && set.files.peek().size >= mostFiles
  return isTooMany
    ? t('{file} is one file too many: {most} are saved here.', { file: path, most: mostFiles })
    : undefined
}

function without(map: ReadonlyMap<string, string>, path: string): ReadonlyMap<string, string> {
  return map.has(path) ? new Map([...map].filter(([other]) => other !== path)) : map
}

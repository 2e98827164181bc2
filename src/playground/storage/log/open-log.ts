import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { readAllAnswers } from '../answers.ts'
import { readProgress } from '../progress.ts'
import { removeStored, save } from '../storage.ts'
import { fromSnapshots } from './from-snapshots.ts'
import type { LogEntry } from './log-entry.ts'
import { readWaiting, waiting } from './note-entry.ts'

/** A version of a file that was replaced by something else than typing; it can be had back. */
export interface ReplacedCode {
  /** Of the file, the time and where it came from. */
  id: string
  /** The name under which the file is saved. */
  file: string
  text: string
  savedAt: string
}

interface Schema extends DBSchema {
  log: { key: string; value: LogEntry }
  replaced: { key: string; value: ReplacedCode }
}

/** What this browser keeps for good. */
export interface Log {
  /** Takes in what pages have noted since. */
  takeIn(): Promise<void>
  readEntries(): Promise<LogEntry[]>
  /** Adds entries; those that are there already stay as they are. */
  add(entries: LogEntry[]): Promise<void>
  readReplaced(): Promise<ReplacedCode[]>
  addReplaced(versions: ReplacedCode[]): Promise<void>
  /** Puts others in the place of all. */
  replace(kept: { log: LogEntry[]; replaced: ReplacedCode[] }): Promise<void>
}

/** Opens the log and takes in what waits for it, also what was saved before there was a log; where the browser has no database, there is only what waits. */
export async function openLog(): Promise<Log> {
  const database = await open()
  if (!database) return waitingLog()
  const log = storedLog(database)
  await log.takeIn()
  return log
}

function storedLog(database: IDBPDatabase<Schema>): Log {
  const log: Log = {
    takeIn: () => takeIn(log),
    readEntries: () => database.getAll('log'),
    async add(entries) {
      const { store, done } = database.transaction('log', 'readwrite')
      const known = new Set(await store.getAllKeys())
      const added = entries.filter(({ id }) => !known.has(id))
      await Promise.all([...added.map((entry) => store.put(entry)), done])
      if (added.length > 0) tellOtherTabs()
    },
    readReplaced: () => database.getAll('replaced'),
    async addReplaced(versions) {
      const { store, done } = database.transaction('replaced', 'readwrite')
      await Promise.all([...versions.map((version) => store.put(version)), done])
    },
    async replace({ log, replaced }) {
      const transaction = database.transaction(['log', 'replaced'], 'readwrite')
      const [entries, versions] = [transaction.objectStore('log'), transaction.objectStore('replaced')]
      await Promise.all([
        ...[entries.clear(), versions.clear()],
        ...log.map((entry) => entries.put(entry)),
        ...replaced.map((version) => versions.put(version)),
        transaction.done,
      ])
      tellOtherTabs()
    },
  }
  return log
}

/** Undefined where the browser refuses; an upgrade by a newer version of the site is not held up. */
async function open(): Promise<IDBPDatabase<Schema> | undefined> {
  try {
    return await openDB<Schema>('no-oops', 1, {
      upgrade(database) {
        database.createObjectStore('log', { keyPath: 'id' })
        database.createObjectStore('replaced', { keyPath: 'id' })
      },
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    })
  } catch {
    return undefined
  }
}

/** What waits goes only once it is in the log. */
async function takeIn(log: Log) {
  const isNew = (await log.readEntries()).length === 0
  const entries = readWaiting()
  await log.add([...(isNew ? readEarlier(entries) : []), ...entries])
  for (const { id } of entries) removeStored(`${waiting}${id}`)
}

/** What was saved before there was a log; `noted` is saved there too, and is left out. */
function readEarlier(noted: LogEntry[]): LogEntry[] {
  const saved = fromSnapshots({ progress: readProgress(), answers: readAllAnswers() })
  return saved.filter((entry) => !noted.some((other) => isSame(entry, other)))
}

function isSame(a: LogEntry, b: LogEntry): boolean {
  if (a.lesson !== b.lesson || a.kind !== b.kind) return false
  return a.kind !== 'answered' || b.kind !== 'answered' || (a.task === b.task && a.right === b.right)
}

function waitingLog(): Log {
  return {
    takeIn: () => Promise.resolve(),
    readEntries: () => Promise.resolve([...readEarlier(readWaiting()), ...readWaiting()]),
    add: (entries) => Promise.resolve(entries.forEach(saveWaiting)),
    readReplaced: () => Promise.resolve([]),
    addReplaced: () => Promise.resolve(),
    replace({ log }) {
      for (const { id } of readWaiting()) removeStored(`${waiting}${id}`)
      return Promise.resolve(log.forEach(saveWaiting))
    },
  }
}

function saveWaiting(entry: LogEntry) {
  save(`${waiting}${entry.id}`, entry)
}

const channelName = 'no-oops:log'

function tellOtherTabs() {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage('changed')
  channel.close()
}

/** Calls back when another tab has added to the log or cleared it; returns how to end that. */
export function onLogElsewhere(callback: () => void): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', callback)
  return () => channel.close()
}

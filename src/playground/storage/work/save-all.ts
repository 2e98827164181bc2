import { readText, removeStored, type SaveResult, storeText } from '../storage.ts'

/** Saves values, as JSON, under several names, and removes those that are undefined: all of it or, where one can't be saved, nothing. */
export function saveAll(values: Record<string, unknown>): SaveResult {
  const changes = Object.entries(values).map(toChange).sort(byGrowth)
  const room = probeRoom(changes.reduce((sum, { growth }) => sum + growth, 0))
  if (room !== 'saved') return room
  for (const [index, { name, after }] of changes.entries()) {
    const result = saveOrRemove(name, after)
    if (result === 'saved') continue
    restore(changes.slice(0, index))
    return result
  }
  return 'saved'
}

interface Change {
  name: string
  before: string | undefined
  after: string | undefined
  /** Characters that it takes more than before; browsers count the name too. */
  growth: number
}

function toChange([name, value]: [string, unknown]): Change {
  const before = readText(name)
  const after = value === undefined ? undefined : JSON.stringify(value)
  return { name, before, after, growth: sizeOf(name, after) - sizeOf(name, before) }
}

function sizeOf(name: string, text: string | undefined): number {
  return text === undefined ? 0 : name.length + text.length
}

/** What makes room comes first. */
function byGrowth(a: Change, b: Change): number {
  return a.growth - b.growth
}

/** Tries whether so much more could be saved: no browser says how much room there is. */
function probeRoom(characters: number): SaveResult {
  if (characters <= 0) return 'saved'
  const result = storeText('room', 'x'.repeat(characters))
  removeStored('room')
  return result
}

/** In the opposite order, so that each step finds the room that it had. */
function restore(changes: Change[]) {
  for (const { name, before } of changes.toReversed()) saveOrRemove(name, before)
}

function saveOrRemove(name: string, text: string | undefined): SaveResult {
  if (text !== undefined) return storeText(name, text)
  removeStored(name)
  return 'saved'
}

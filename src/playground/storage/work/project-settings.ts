import type { SavedCode } from '../saved-code.ts'

/** Whether what is saved under a name is how a project is run, and which files it has, but none of its texts. */
export function isOfSettings(name: string): boolean {
  return /\/\.(settings|target)$/.test(name)
}

/** The settings of the projects that both have: the newer ones, with the files of both, so that none is out of sight. */
export function mergeSettings(
  own: Record<string, SavedCode>,
  other: Record<string, SavedCode>,
): Record<string, SavedCode> {
  const shared = Object.keys(own).filter((name) => name.endsWith('/.settings') && Object.hasOwn(other, name))
  return Object.fromEntries(shared.map((name) => [name, mergeOne(own[name]!, other[name]!)]))
}

function mergeOne(own: SavedCode, other: SavedCode): SavedCode {
  const [newer, older] = other.savedAt > own.savedAt ? [other, own] : [own, other]
  const [now, before] = [read(newer), read(older)]
  if (!now || !before) return newer
  const files = [...new Set([...listFiles(now), ...listFiles(before)])]
  return { ...newer, text: JSON.stringify({ ...now, files }) }
}

function read({ text }: SavedCode): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function listFiles({ files }: Record<string, unknown>): string[] {
  return Array.isArray(files) ? files.filter((name): name is string => typeof name === 'string') : []
}

/** One thing that was measured. */
export interface Figure {
  what: string
  value: number
  unit: Unit
  /** Absent for a figure that only explains others. */
  aim?: { atMost: number } | { atLeast: number }
  /** Absolute figures and how they were had, a line each. */
  details: string[]
}

/** What figures are counted in; kB are 1000 bytes. */
export type Unit = '×' | 'ms' | 'kB' | 'points' | 'px' | 'keys'

/** Says whether the aim is met; undefined if there is none. What is shown is what counts, so both are rounded alike. */
export function isMet({ value, unit, aim }: Figure): boolean | undefined {
  if (!aim) return undefined
  const shown = Number(value.toFixed(digits[unit]))
  return 'atMost' in aim ? shown <= aim.atMost : shown >= aim.atLeast
}

/** Formats a value with its unit, such as `1.18 ×`. */
export function toText(value: number, unit: Unit): string {
  return `${value.toFixed(digits[unit])} ${unit}`
}

const digits: Record<Unit, number> = { '×': 2, ms: 1, kB: 1, points: 0, px: 0, keys: 0 }

/** Gives the value below which that share of the values lies; 0.5 is the median. Needs at least one value. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const position = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(position)]!, sorted[Math.ceil(position)]!]
  return low + (high - low) * (position % 1)
}

/** Gives the middle value. Needs at least one. */
export function median(values: number[]): number {
  return quantile(values, 0.5)
}

/** Formats values as `median (lower quartile–upper quartile)`. */
export function toSpread(values: number[], digits = 1): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(values, share).toFixed(digits))
  return `${middle} (${low}–${high})`
}

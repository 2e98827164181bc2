/** Milliseconds of CPU that some work takes: the least of three tries, so that others on the machine matter little. */
export function cpuTime(work: () => unknown): number {
  return Math.min(...Array.from({ length: 3 }, () => measure(work)))
}

function measure(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** How work on an input of the most characters compares with that on a quarter of it. */
export interface Growth {
  /** Milliseconds of CPU for the largest input. */
  largest: number
  /** About 4 for work that is linear, 16 for work that takes the square. */
  times: number
}

/** Measures work on inputs of a quarter of the size, half of it and all of it. */
export function measureGrowth<Input>(
  work: (input: Input) => unknown,
  make: (size: number) => Input,
  size: number,
): Growth {
  const [quarter, , whole] = [size / 4, size / 2, size].map((part) => {
    const input = make(part)
    return cpuTime(() => work(input))
  }) as [number, number, number]
  return { largest: whole, times: whole / Math.max(quarter, 0.1) }
}

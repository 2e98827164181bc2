/** Finds circles of files: groups in which each file imports, over others, itself. `arrows`: file → imported files. */
export function findCircles(arrows: ReadonlyMap<string, readonly string[]>): string[][] {
  const state = {
    arrows,
    order: new Map<string, number>(),
    low: new Map<string, number>(),
    stack: [] as string[],
  }
  const circles: string[][] = []
  for (const file of arrows.keys()) if (!state.order.has(file)) walk(file, state, circles)
  return circles.map((circle) => circle.sort())
}

interface State {
  arrows: ReadonlyMap<string, readonly string[]>
  order: Map<string, number>
  low: Map<string, number>
  stack: string[]
}

/** Tarjan's algorithm: the files above the first visited one of a circle are that circle. */
function walk(file: string, state: State, circles: string[][]): void {
  const { arrows, order, low, stack } = state
  order.set(file, order.size)
  low.set(file, order.get(file)!)
  stack.push(file)
  for (const next of arrows.get(file) ?? []) {
    if (!order.has(next)) walk(next, state, circles)
    if (stack.includes(next)) low.set(file, Math.min(low.get(file)!, low.get(next)!))
  }
  if (low.get(file) !== order.get(file)) return
  const circle = stack.splice(stack.indexOf(file))
  if (circle.length > 1 || arrows.get(file)?.includes(file)) circles.push(circle)
}

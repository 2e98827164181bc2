/** Keeps the first so many of the items, in their order; of those that matter less only what there is room for. */
export function cutTo<Item>(items: Item[], most: number, matters: (item: Item) => boolean): Item[] {
  if (items.length <= most) return items
  let room = most
  let roomForOthers = most - Math.min(most, items.filter(matters).length)
  return items.filter((item) => (matters(item) ? room-- > 0 : roomForOthers-- > 0))
}

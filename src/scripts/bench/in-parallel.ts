/** Calls back for every item, `width` at a time; the results are in the order of the items. */
export async function inParallel<Item, Result>(
  items: Item[],
  width: number,
  callback: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const entries = items.entries()
  const work = async (): Promise<void> => {
    for (const [index, item] of entries) results[index] = await callback(item)
  }
  await Promise.all(Array.from({ length: width }, work))
  return results
}

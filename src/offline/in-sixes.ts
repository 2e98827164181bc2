/** Does something with all items, six at a time; the first that fails ends it. */
export async function inSixes<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items.values()
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (const item of rest) await act(item)
    }),
  )
}

/** Loads the words that only later scripts of the page have, such as the workbench's: none on English pages. */
export async function loadWords(): Promise<void> {
  await globalThis.noOopsMoreWords?.().catch(() => {})
}

/**
 * The words of the page's language, English → that language, and under `''` the language's name. Absent on English pages.
 * In a browser a script before all others sets it; where pages are built each page has its own.
 */
// oxlint-disable-next-line no-var -- nothing else becomes a property of globalThis
declare var noOopsWords: Readonly<Record<string, string>> | undefined

/** Adds the words of scripts that the page loads later; set by the same script. */
// oxlint-disable-next-line no-var -- nothing else becomes a property of globalThis
declare var noOopsMoreWords: (() => Promise<unknown>) | undefined

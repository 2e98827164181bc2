/**
 * The words of the page's language, English → that language, and under `''` the language's name. Absent on English pages.
 * In a browser a script sets it that comes with the first one that needs words; where pages are built each page has its own.
 */
// oxlint-disable-next-line no-var -- nothing else becomes a property of globalThis
declare var noOopsWords: Readonly<Record<string, string>> | undefined

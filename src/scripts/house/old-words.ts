/** Words that the code no longer uses in names of files and exports, with what stands for them. */
export const oldWords: Readonly<Record<string, string>> = {
  answerer: 'CachedRunner',
  asker: 'Requester',
  bench: 'ProgramSession, or a …Context; «bench» alone is a benchmark',
  draw: 'render',
  flight: 'inFlight',
  keep: 'save',
  keeping: 'storage',
  kept: 'saved',
  landed: 'promise',
  mend: 'QuickFix, applicableFixes',
  mends: 'QuickFix, applicableFixes',
  pace: 'eta',
  paper: 'EditedFileOptions',
  patience: 'withRetry, or a time-out',
  say: 'describe',
  sheet: 'EditedFile',
  teller: 'DiagnosticSource',
  told: 'FileDiagnostics, or what it is',
  workplace: 'CompilerEnvironment',
  workshop: 'LessonRunner',
  world: 'bwrap-arguments',
}

/** The old words in a name such as `read-told.ts`, `keepCode` or `MAX_PACE`. */
export function findOldWords(name: string): string[] {
  const words = name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase())
  return words.filter((word) => Object.hasOwn(oldWords, word))
}

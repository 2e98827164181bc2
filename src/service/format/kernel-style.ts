/** Gives clang-format the kernel's style for C: its loop macros are those that the texts use. */
export function toKernelStyle(texts: string[]): string {
  const loops = texts.flatMap((text) => text.match(loop) ?? [])
  const named = [...new Set(loops)].slice(0, mostLoops).join(', ')
  return `{${[...settings, `ForEachMacros: [${named}]`].join(', ')}}`
}

/** By name, as the kernel's own list of them was made. */
const loop = /\b[a-z_]{0,40}for_each[a-z_]{0,40}\b/g
const mostLoops = 100

/** As Documentation/process/coding-style.rst asks for; penalties as the kernel's own `.clang-format` has them. */
const settings = [
  ...['BasedOnStyle: LLVM', 'IndentWidth: 8', 'TabWidth: 8', 'UseTab: Always', 'ContinuationIndentWidth: 8'],
  ...['BreakBeforeBraces: Linux', 'ColumnLimit: 80', 'IndentCaseLabels: false', 'IndentGotoLabels: false'],
  ...['AllowShortFunctionsOnASingleLine: None', 'AllowShortIfStatementsOnASingleLine: false'],
  ...['AllowShortLoopsOnASingleLine: false', 'SpaceBeforeParens: ControlStatementsExceptControlMacros'],
  ...['AlignTrailingComments: false', 'AlignEscapedNewlines: Left', 'BreakStringLiterals: false'],
  ...['Cpp11BracedListStyle: false', 'ReflowComments: false', 'SortIncludes: false'],
  ...['PenaltyBreakAssignment: 10', 'PenaltyBreakBeforeFirstCallParameter: 30', 'PenaltyBreakComment: 10'],
  ...['PenaltyExcessCharacter: 100', 'PenaltyReturnTypeOnItsOwnLine: 60'],
]

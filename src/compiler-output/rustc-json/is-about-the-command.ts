/** True for a note on rustc's command line or files: the learner has not written the one and cannot read the others. */
export function isAboutTheCommand(message: string): boolean {
  return beginnings.some((beginning) => message.startsWith(beginning))
}

const beginnings = [
  'requested on the command line with',
  'the full name for the type has been written to',
  'the full type name has been written to',
  'consider using `--verbose` to print the full type name',
  'some arguments are omitted. use `--verbose`',
  'LC_ALL="C" PATH=',
]

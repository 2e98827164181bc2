/** One UI test of rustc, or one revision of it, and what rustc is said to print about it. */
export interface UiTest {
  /** Path from where the command was asked to look, with `#REVISION` if there are several. */
  name: string
  /** Folder that the test lies in. */
  folder: string
  /** Name of the file in its folder. */
  file: string
  source: string
  headers: Header[]
  revision?: string
  /** All revisions of the file. */
  revisions: string[]
  /** Text of the `.stderr` file. */
  expected: string
}

/** An instruction in a comment at the top of a test, such as `//@ edition: 2021`. */
export interface Header {
  name: string
  /** What follows the colon, trimmed. */
  value: string
  /** The only revision that it is for. */
  revision?: string
}

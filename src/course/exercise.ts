import type { WithCompanions } from '#protocol/companions.ts'
import type { SourceFiles, Target, Variant } from '#protocol/compile.ts'
import type { Fold } from './duties.ts'
import type { Rule } from './frontmatter.ts'
import type { Measured } from './kinds/measure/measured.ts'
import type { Hints } from './parts.ts'

/** What the workbench needs to know of a lesson. */
export interface Exercise {
  slug: string
  title: string
  target: Target
  /** The kernel that the driver is loaded into, and for target `kernel` the Rust too. */
  variant: Variant
  root: 'main.rs' | 'driver.rs'
  expect: string
  rules: Rule[]
  start: SourceFiles
  solution: SourceFiles
  /** Text of `check/tests.rs`, of target `userspace`. */
  tests?: string
  /** The C driver, without markers. */
  driver: string
  /** What the C driver includes by `#include "…"`. */
  headers?: SourceFiles
  /** The files of start and solution that the lesson gives, such as bindings: rules are not about them. */
  given?: string[]
  /** The fixtures and programs that come with each boot. */
  companions?: WithCompanions
  /** The C driver with its bug fixed, where the lesson has it. */
  fixedDriver?: string
  /** How the C driver and the Rust start are opened, by the name of the file. */
  opening: Record<string, Opening>
  /** Text of `boot.sh`: what Run does with the module of either side; see `parseBootScript`. */
  boot: string
  /** Text of `shell.txt`: what is typed in the lesson's recording of a shell, `shell.cast`, if it has one. */
  shellCommands?: string
  /** Text of `check/boot.sh`, of target `kernel`: what Check does with the reader's module, and what must come of it. */
  checkScript?: string
  /** Text of `check/kunit.rs`, of target `kernel`: tests that Check adds to the reader's driver. */
  kunit?: string
  /** Known wrong answers: file name → whole program; the name begins with what it gives. */
  wrong: Record<string, SourceFiles>
  hints: Hints
  /** What is measured of a lesson of kind `measure`. */
  measured?: Measured[]
}

/** How a file is opened. */
export interface Opening {
  /** Which lines (from 1) carry which duty, in the order in which the text comes to them. */
  duties: { name: string; lines: number[] }[]
  folds: Fold[]
  /** The line (from 1) that matters. */
  line: number
}

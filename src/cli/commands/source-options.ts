import { Argument, type Command, Option } from 'commander'
import { Edition, Language, Target, Variant } from '#protocol/compile.ts'
import type { SourceOptions } from '../source/source.ts'

/** Options by which the user says what a program is. */
export interface ProgramOptions extends SourceOptions {
  variant?: Variant
  edition?: Edition
}

/** Adds the argument and the options of a command that reads a program. */
export function addProgramOptions(command: Command): Command {
  return command
    .addArgument(fileArgument())
    .addOption(new Option('--target <target>', 'what it is; else found out').choices(Target.options))
    .addOption(languageOption())
    .addOption(new Option('--variant <kernel>', 'of a module: the kernel it is for').choices(Variant.options))
    .addOption(
      new Option('--edition <year>', 'of userspace Rust: the edition, else 2021').choices(Edition.options),
    )
}

/** The argument that names a program. */
export function fileArgument(): Argument {
  return new Argument('[FILE...]', fileHelp)
}

/** The option that says what a program is written in. */
export function languageOption(): Option {
  return new Option('--language <language>', 'what it is written in; else found out').choices(
    Language.options,
  )
}

const fileHelp =
  'the root file of a program, with which the files go that it asks for by «mod» or «#include "…"»; ' +
  'a folder; several files; or - for standard input. The current folder if it is left out'

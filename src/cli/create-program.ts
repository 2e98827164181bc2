import { Command, Option } from 'commander'
import { addBootCommand } from './commands/boot.ts'
import { addBuildCommand } from './commands/build.ts'
import { addCheckCommand } from './commands/check.ts'
import type { AddCommand, Within } from './commands/command-parts.ts'
import { addCompletionCommand } from './commands/completion.ts'
import { addExplainCommand } from './commands/explain.ts'
import { addFormatCommand } from './commands/format.ts'
import { addGradeCommand } from './commands/grade.ts'
import { addInspectCommand } from './commands/inspect.ts'
import { addLessonCommand } from './commands/lesson.ts'
import { addLintCommand } from './commands/lint.ts'
import { addShellCommand } from './commands/shell.ts'
import { messageFormats } from './context.ts'
import type { Host } from './host.ts'
import { colourChoices } from './output/style.ts'
import { version } from './version.ts'

const commands: AddCommand[] = [
  addCheckCommand,
  addBuildCommand,
  addLintCommand,
  addFormatCommand,
  addBootCommand,
  addShellCommand,
  addInspectCommand,
  addExplainCommand,
  addLessonCommand,
  addGradeCommand,
  addCompletionCommand,
]

/** Makes the program `no-oops` with all its commands. It throws commander's errors and never ends the process. */
export function createProgram({ stdout, stderr }: Host, within: Within): Command {
  const program = new Command('no-oops')
    .description(description)
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => Math.min(stdout.columns, 100),
      getErrHelpWidth: () => Math.min(stderr.columns, 100),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(see no-oops help COMMAND)')
    .addHelpText('after', manual)
  commonOptions().forEach((option) => program.addOption(option))
  commands.forEach((add) => add(program, within))
  return program
}

const description =
  'Checks, builds and boots drivers in Rust and C against a real Linux kernel, by the compile service of No Oops.'

function commonOptions(): Option[] {
  return [
    new Option(
      '--service <url>',
      'the compile service to ask; else NO_OOPS_SERVICE, else http://127.0.0.1:4321',
    ),
    new Option('--message-format <form>', 'how results are written')
      .choices([...messageFormats])
      .default('human'),
    new Option('--color <when>', 'whether to use colours').choices([...colourChoices]).default('auto'),
  ]
}

const manual = `
Exit status:
  0    fine
  1    refused, failed, or not solved
  2    called in a wrong way
  3    the service cannot be reached or is not ready
  130  interrupted

Environment:
  NO_OOPS_SERVICE  the compile service, such as https://example.org
  NO_OOPS_SITE     the site of the course, where that is another one
  NO_COLOR         if it is set, no colours

Examples:
  no-oops check driver.rs
  no-oops boot driver.c --script boot.sh
  no-oops lesson start ownership/borrow-deadline
`

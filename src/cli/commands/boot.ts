import { Option } from 'commander'
import { Variant } from '#protocol/compile.ts'
import { defaultVariant, variants } from '#protocol/variants.ts'
import { exitCodes } from '../command-failure.ts'
import { createBootListener } from '../boot/boot-listener.ts'
import { printBoot } from '../boot/print-boot.ts'
import { readScript } from '../boot/read-script.ts'
import type { Context } from '../context.ts'
import { readMark } from '../lesson/lesson-folder.ts'
import { type LessonExercise, loadExercise } from '../lesson/load-lesson.ts'
import { folderOf } from '../source/paths.ts'
import { readSource } from '../source/read-source.ts'
import { rootName, type Source, type SourceOptions } from '../source/source.ts'
import type { AddCommand } from './command-parts.ts'
import { languageOption, fileArgument } from './source-options.ts'

interface BootOptions extends SourceOptions {
  script?: string
  variant?: Variant
  story?: boolean
}

/** Adds `no-oops boot`. */
export const addBootCommand: AddCommand = (program, within) => {
  program
    .command('boot')
    .addArgument(fileArgument())
    .summary('load a driver into a real kernel')
    .description(
      'Builds a driver as a module, boots Linux with it at hand, gives it the commands of a script, and shows the console. ' +
        'What the kernel reports is shown with the lines of the driver.',
    )
    .option(
      '--script <file>',
      'shell commands for the booted kernel, one a line; else boot.sh beside the driver, else insmod and rmmod',
    )
    .addOption(variantOption())
    .addOption(languageOption())
    .option('--story', 'tell each report as numbered steps, with rails beside the code')
    .addHelpText('after', manual)
    .action(
      within(async (context, files: string[], options: BootOptions) => {
        const source = await readSource(context.host, files, { ...options, target: 'kernel' })
        const script = await readScript(context.host, source, options.script)
        const listener = createBootListener(context, source)
        const lesson = await lessonOf(context, source)
        const variant = options.variant ?? lesson?.variant ?? defaultVariant
        const request = {
          language: source.language,
          variant,
          files: source.files,
          ...lesson?.companions,
          script,
        }
        await context.service.boot(request, listener.onEvent)
        const isFine = printBoot(context, source, { events: listener.events, script, story: options.story })
        return isFine ? exitCodes.fine : exitCodes.refused
      }),
    )
}

/** In a lesson's folder its own kernel is meant, with the fixtures and programs that its scripts need. */
async function lessonOf({ host, service }: Context, source: Source): Promise<LessonExercise | undefined> {
  const mark = await readMark(host.files, folderOf(rootName(source)) || '.')
  return mark && loadExercise(service, mark.lesson)
}

/** The option that names a kernel. */
export function variantOption(): Option {
  const watches = Object.entries(variants).map(([name, { watches: what }]) => `${name} watches ${what}`)
  return new Option(
    '--variant <kernel>',
    `which kernel: ${watches.join(', ')}; else ${defaultVariant}, or the lesson’s`,
  ).choices(Variant.options)
}

const manual = `
The module is called driver.ko, whatever your file is called. A line «#= text» in the script says what the console has to
show after the command above it; where it does not, the exit code is 1.

Examples:
  no-oops boot driver.c
  no-oops boot --variant lockdep driver.rs --script deadlock.sh
  no-oops boot . --language c --message-format json
`

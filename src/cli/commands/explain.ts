import { z } from 'zod'
import { CommandFailure, exitCodes, wrongUse } from '../command-failure.ts'
import type { Context } from '../context.ts'
import type { AddCommand } from './command-parts.ts'

/** Adds `no-oops explain`. */
export const addExplainCommand: AddCommand = (program, within) => {
  program
    .command('explain')
    .argument('<CODE>', 'an error code of rustc, such as E0505 or 505')
    .summary('explain an error code')
    .description(
      'Prints what the course says of an error code, what C would have done, and which lessons teach it.',
    )
    .option('--rustc', 'print rustc’s own explanation, too, even where the course has one')
    .action(
      within(async (context, code: string, { rustc }: { rustc?: boolean }) => {
        const explained = await load(context, toCode(code))
        if (context.format === 'json') context.printJson(explained)
        else context.print(toText(context, explained, rustc ?? false))
        return exitCodes.fine
      }),
    )
}

function toCode(text: string): string {
  const digits = /^E?(\d{1,4})$/i.exec(text)?.[1]
  if (digits === undefined) throw wrongUse(`«${text}» is no error code. Write one such as E0505.`)
  return `E${digits.padStart(4, '0')}`
}

const Explained = z.object({
  code: z.string(),
  title: z.string().optional(),
  bug: z.string().optional(),
  ours: z.string().optional(),
  lessons: z.array(z.object({ href: z.string(), title: z.string(), number: z.string() })),
  rustc: z.string(),
})
type Explained = z.infer<typeof Explained>

async function load({ service }: Context, code: string): Promise<Explained> {
  const found = Explained.safeParse(await service.get(`/errors/${code}.json`))
  if (found.success) return found.data
  throw new CommandFailure(`The course at ${service.site} knows no error code ${code}.`)
}

function toText(
  { style, service }: Context,
  { code, title, bug, ours, lessons, rustc }: Explained,
  withRustc: boolean,
): string {
  const address = `${service.site}/errors/${code}/`
  const heading = style.link(style.paint('error', code), address)
  return [
    `${heading}${title ? style.paint('strong', `: ${title}`) : ''}`,
    ...(bug ? [`In C: ${bug}.`] : []),
    ...(ours ? [readable(ours)] : []),
    ...(withRustc || !ours ? [`${ours ? style.paint('strong', 'rustc says:\n\n') : ''}${rustc.trim()}`] : []),
    ...(lessons.length > 0
      ? [
          `Lessons:\n${lessons.map((lesson) => `  ${lesson.number} ${lesson.title}  ${new URL(lesson.href, address).href}`).join('\n')}`,
        ]
      : []),
    address,
  ].join('\n\n')
}

/** Without what fences say to `verify`, and lines that are only there for the compiler. */
function readable(markdown: string): string {
  return markdown
    .replaceAll(/^```(\w+) .*$/gm, '```$1')
    .replaceAll(/^\/\/#.*\n/gm, '')
    .trim()
}

import { styleText } from 'node:util'
import type { Host, Output } from '../host.ts'

/** Gives words a look, where that can be seen. */
export interface Style {
  paint(look: Look, text: string): string
  /** Makes a text a link that terminals open. */
  link(text: string, address: string): string
}

export type Look = keyof typeof looks

/** When to use colours. */
export const colourChoices = ['auto', 'always', 'never'] as const
export type ColourChoice = (typeof colourChoices)[number]

/** Makes the style for a stream: plain where it is no terminal, or where `NO_COLOR` is set and nothing else is asked for. */
export function createStyle(output: Output, env: Host['env'], choice: ColourChoice = 'auto'): Style {
  const isTerminal = output.isTty && env.TERM !== 'dumb'
  const hasColours = choice === 'always' || (choice === 'auto' && isTerminal && !env.NO_COLOR)
  return {
    paint: (look, text) => (hasColours ? styleText([...looks[look]], text, { validateStream: false }) : text),
    link: (text, address) =>
      hasColours && isTerminal ? `\x1b]8;;${address}\x1b\\${text}\x1b]8;;\x1b\\` : text,
  }
}

const looks = {
  error: ['bold', 'redBright'],
  warning: ['bold', 'yellow'],
  note: ['bold'],
  help: ['bold', 'cyan'],
  strong: ['bold'],
  good: ['bold', 'green'],
  gutter: ['blueBright'],
  dim: ['dim'],
} as const

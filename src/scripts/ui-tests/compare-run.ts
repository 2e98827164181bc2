import type { SourceFiles } from '#protocol/compile.ts'
import { parseRustcJson } from '#compiler-output/rustc-json/parse-rustc-json.ts'
import { checkAnnotations } from './check-annotations.ts'
import { compareAll } from './compare-all.ts'
import type { Comparison } from './compare.ts'
import { isAboutItsMacro } from './is-about-its-macro.ts'
import { readRendered } from './read-rendered.ts'
import { readText } from './read-text.ts'
import { sandboxFolder } from './to-job.ts'
import type { UiTest } from './ui-test.ts'

/** Compares what rustc's JSON has as text, and what the test annotates, with what the service makes of that JSON. */
export function compareRun(test: UiTest, stderr: string, companions: Record<string, Uint8Array>): Comparison {
  const json = onlyMessages(stderr.replaceAll(`${sandboxFolder}/`, ''))
  const files = { ...toTexts(companions), [test.file]: test.source }
  const diagnostics = parseRustcJson(json, files)
  const texts = readRendered(json)
    .filter((text) => !isSummary(text))
    .map(readText)
  if (texts.length !== diagnostics.length) return describeCounts(texts.length, diagnostics.length)
  const { differences, rules } = compareAll(texts, diagnostics, files)
  const traced = diagnostics.map((diagnostic, index) => ({
    diagnostic,
    isFromMacro: texts[index]!.children.some((child) => isAboutItsMacro(child.message)),
  }))
  const annotated = checkAnnotations(test, traced)
  return {
    differences: [...differences, ...annotated.differences],
    rules: [...rules, ...annotated.rules],
  }
}

/**
 * A report on what a later rustc refuses repeats messages, and the service does not ask for it. What is not JSON, such
 * as how the command is used, is no message.
 */
function onlyMessages(stderr: string): string {
  return stderr
    .split('\n')
    .filter((line) => line.startsWith('{') && !line.startsWith('{"$message_type":"future_incompat"'))
    .join('\n')
}

function toTexts(files: Record<string, Uint8Array>): SourceFiles {
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
  )
}

/** How many errors there were, and where to read more: a service has other ways to say so. */
function isSummary(text: string): boolean {
  return (
    /^(error: aborting due to .*|warning: \d+ warnings? emitted)\n*$/.test(text) ||
    /^(For more information about |Some errors have detailed explanations: )/.test(text)
  )
}

function describeCounts(texts: number, diagnostics: number): Comparison {
  return { differences: [`rustc says: ${texts} messages`, `we say:     ${diagnostics}`], rules: [] }
}

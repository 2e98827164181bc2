import { bin } from './bin.ts'
import { root } from './root.ts'
import { checkHouse, tellMissingWords } from './house/check-house.ts'
import { runCommand } from './run-command.ts'
import { checkSiblings } from './siblings/check-siblings.ts'
import type { Step } from './steps.ts'

/** Lists the steps of `npm run check`: what is proven of the source without running it. */
export const checkSteps: Step[] = [
  toStep('types', [...bin('@astrojs/check', 'astro-check'), '--minimumFailingSeverity', 'hint']),
  { name: 'arrows, circles and words', run: async () => checkHouse() },
  { name: 'words of other languages', run: async () => tellMissingWords() },
  { name: 'lessons in other languages', run: checkSiblings },
  toStep('lint', [...bin('oxlint'), '--type-aware', '--deny-warnings', '--report-unused-disable-directives']),
  toStep('format', [...bin('prettier'), '--cache', '--check', '--log-level', 'warn', '.']),
]

function toStep(name: string, command: string[]): Step {
  return {
    name,
    run: async () => {
      const { code } = await runCommand(command, { cwd: root })
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
    },
  }
}

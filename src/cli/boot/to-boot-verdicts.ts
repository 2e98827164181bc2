import type { Verdict as Ending } from '#protocol/boot.ts'
import type { StopReason } from '#protocol/compile.ts'
import type { ExpectedText } from '#course/boot-script.ts'
import type { BootJudgement } from '#course/judge-boot.ts'
import type { KtapTest } from '#course/ktap/parse-ktap.ts'
import { toHeadline } from '#story/crash.ts'
import { describeStopped } from '../output/describe-stopped.ts'
import type { Verdict } from '../lesson/verdict.ts'

/** Lists what was asked of a boot, and whether each holds. */
export function toBootVerdicts(judgement: BootJudgement, ending: Ending | StopReason): Verdict[] {
  const { expected, asked, tests, isQuiet } = judgement
  return [
    ...expected.map(toExpectedVerdict),
    ...asked.map(({ says, holds }) => ({ name: says, holds })),
    ...tests.map(toTestVerdict),
    {
      name: describeQuiet(judgement),
      holds: isQuiet,
      ...(!isQuiet && { why: describeEnding(judgement, ending) }),
    },
  ]
}

function toExpectedVerdict(expected: ExpectedText): Verdict {
  const { text, by, line } = expected
  const why = line === undefined ? describeInstead(expected) : undefined
  return {
    name: by === undefined ? `the console shows «${text}»` : `«${by}» prints «${text}»`,
    holds: line !== undefined,
    ...(why !== undefined && { why }),
  }
}

function describeInstead({ nearest, came }: ExpectedText): string | undefined {
  if (nearest !== undefined) return `the nearest line is «${nearest}»`
  if (!came) return undefined
  return came.lines.length === 0
    ? `«${came.of}» printed nothing`
    : `no line is like it; after «${came.of}» came ${came.lines
        .slice(0, 3)
        .map((line) => `«${line}»`)
        .join(', ')}`
}

function toTestVerdict({ name, result, messages }: KtapTest): Verdict {
  const holds = result !== 'failed'
  return { name, holds, ...(!holds && messages.length > 0 && { why: messages.join('\n') }) }
}

function describeQuiet({ asked }: BootJudgement): string {
  const isReportAsked = asked.some(({ says }) => says.startsWith('the kernel reports'))
  return isReportAsked ? 'the kernel reports nothing else' : 'the kernel has nothing to report'
}

function describeEnding({ unasked }: BootJudgement, ending: Ending | StopReason): string {
  if (unasked.length > 0) return unasked.map(toHeadline).join('; ')
  if (ending === 'panicked') return 'the kernel died'
  return ending === 'clean' || ending === 'reported'
    ? 'what was to be reported was not'
    : describeStopped('kernel', ending)
}

import { recipes } from '#service/toolroom/kernel/recipes.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { prepareToolrooms } from '../prepare-toolroom.ts'
import { ScriptError } from '../script-error.ts'
import { ask } from './ask.ts'
import { killSandboxes, killService } from './cause-trouble.ts'
import { createFindings } from './findings.ts'
import { compareHoldings, complainOfLeft, readIdleHoldings } from './look-for-traces.ts'
import { type Question, readQuestions } from './questions.ts'
import { report } from './report.ts'
import { runClient } from './run-client.ts'
import { startSoakedService, type SoakedService } from './soaked-service.ts'
import type { Soaking } from './soaking.ts'
import type { Holdings } from './traces.ts'
import { watchAbsence } from './watch-absence.ts'
import { watchHealth } from './watch-health.ts'

const clients = 50

/** Soaks the service for so many seconds; prints what was found, and gives the exit code. */
export async function soak(seconds: number): Promise<number> {
  if (!(await prepareToolrooms(recipes.map((recipe) => openToolroom({ recipe })))))
    throw new ScriptError('Without a toolroom there is nothing to soak.')
  const service = await startSoakedService()
  const soaking = { service, findings: createFindings(), services: new Set<number>() }
  try {
    await soakAll(soaking, seconds)
  } finally {
    soaking.services.add(service.pid() ?? 0)
    await service.end()
  }
  await complainOfLeft(soaking)
  return report(soaking.findings)
}

/** First the service is killed as well; then it is not, and what it holds may not grow. */
async function soakAll(soaking: Soaking, seconds: number): Promise<void> {
  const { service, findings } = soaking
  const questions = await readQuestions()
  const asked = { questions, answers: await askAll(service, questions) }
  console.log(`Soaking for ${seconds} s, half of them with kills of the service …`)
  await soakFor(seconds / 2, { ...soaking, ...asked, killsService: true })
  const soakQuarter = async (): Promise<Holdings> => {
    await soakFor(seconds / 4, { ...soaking, ...asked, killsService: false })
    return readIdleHoldings(service)
  }
  compareHoldings(await soakQuarter(), await soakQuarter(), findings)
}

/** What the answers are while nothing else is asked. */
async function askAll({ url }: SoakedService, questions: Question[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const question of questions) {
    const outcome = await ask(url, question, { address: '192.0.2.1', signal: AbortSignal.timeout(120_000) })
    if (outcome.kind !== 'answered')
      throw new ScriptError(`There is no answer to ${question.name}: ${JSON.stringify(outcome)}`)
    answers.set(question.name, outcome.answer)
  }
  return answers
}

interface Stage extends Soaking {
  questions: Question[]
  answers: Map<string, string>
  killsService: boolean
}

function endAfter(seconds: number): AbortSignal {
  return AbortSignal.timeout(Math.round(seconds * 1000))
}

async function soakFor(seconds: number, stage: Stage): Promise<void> {
  const { service, findings, services } = stage
  const ends = endAfter(seconds)
  const absence = watchAbsence(service, findings)
  const onKill = (pid: number): void => {
    services.add(pid)
    absence.begin(pid)
  }
  const { mayBeAway } = absence
  const trouble = { onKill, findings, every: Math.min(longLife, seconds * 400) }
  await Promise.all([
    killSandboxes(service, findings, ends),
    watchHealth(service, { findings, mayBeAway }, ends),
    ...(stage.killsService ? [killService(service, trouble, ends)] : []),
    ...Array.from({ length: clients }, (_, index) =>
      runClient({ ...stage, url: service.url, address: `198.51.100.${index}`, mayBeAway }, ends),
    ),
  ])
}

/** Milliseconds after which its supervisor has forgotten the last time. */
const longLife = 65_000

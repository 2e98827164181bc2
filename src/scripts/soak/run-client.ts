import { setTimeout as sleep } from 'node:timers/promises'
import { ask, type Outcome } from './ask.ts'
import type { Findings } from './findings.ts'
import { type Question, toNew } from './questions.ts'

/** What a client asks, and what it knows of the answers. */
export interface Client {
  url: string
  /** As the service is told by the proxy that we play. */
  address: string
  questions: Question[]
  /** Name of a question → its answer, asked before there was any trouble. */
  answers: Map<string, string>
  findings: Findings
  /** Whether the service was killed and may not be back yet. */
  mayBeAway: () => boolean
}

/** Asks one question after the other until the signal fires; about a third is given up while it is under way. */
export async function runClient(client: Client, ends: AbortSignal): Promise<void> {
  for (let count = 0; !ends.aborted; count += 1) {
    const question = pick(client.questions)
    const isKnown = Math.random() < 0.3
    const asked = isKnown ? question : toNew(question, `${client.address} ${count}`)
    if (Math.random() < 0.3) await giveUp(client, asked)
    else await askUntilAnswered(client, asked, ends)
    await sleep(Math.random() * 300)
  }
}

/** Most are cheap, as those of readers are. */
function pick(questions: Question[]): Question {
  const roll = Math.random()
  const costly = questions.filter(({ kind, name }) => kind === 'boot' || name === 'a program without end')
  const cheap = questions.filter((question) => !costly.includes(question))
  const from = roll < 0.15 ? costly : cheap
  return from[Math.floor(Math.random() * from.length)]!
}

async function giveUp({ url, address, findings }: Client, question: Question): Promise<void> {
  await ask(url, question, { address, signal: AbortSignal.timeout(Math.floor(Math.random() * 400)) })
  findings.count('given up')
}

/**
 * Asks a question until there is an answer, and looks at that. To be asked to come again is one: whoever asks for much is
 * often in a sandbox that is killed. When the signal has fired nothing is killed any more, and there has to be another one.
 */
export async function askUntilAnswered(client: Client, question: Question, ends: AbortSignal): Promise<void> {
  const { url, address, mayBeAway, findings } = client
  for (let triesLeft = mostTries; triesLeft > 0; triesLeft -= ends.aborted ? costOf(mayBeAway()) : 0) {
    const asked = performance.now()
    const outcome = await ask(url, question, { address, signal: AbortSignal.timeout(patience) })
    findings.noteLongest('an answer', performance.now() - asked)
    if (outcome.kind === 'cut off' && !mayBeAway()) findings.complain(`cut off: ${question.name}`)
    if (outcome.kind === 'answered' || outcome.kind === 'wrong') return judge(client, question, outcome)
    findings.count(outcome.kind)
    await sleep(outcome.kind === 'come again' ? outcome.seconds * 500 : 500)
  }
  findings.complain(`only asked to come again: ${question.name}`)
}

/** Milliseconds after which an answer counts as lost; with programs without end before it, one may take a third of this. */
const patience = 120_000

/** When nothing is killed any more. */
const mostTries = 10

/** What was killed last may take its time until it is back, which is not to be held against the answers. */
function costOf(isAway: boolean): number {
  return isAway ? 0.1 : 1
}

function judge(
  { answers, findings }: Client,
  { name }: Question,
  outcome: Extract<Outcome, { kind: 'answered' | 'wrong' }>,
): void {
  findings.count('answered')
  const [is, shouldBe] = [outcome.kind === 'wrong' ? outcome.why : outcome.answer, answers.get(name)]
  if (is !== shouldBe) findings.complain(`wrong answer: ${name}: ${is.slice(0, 300)}`)
}

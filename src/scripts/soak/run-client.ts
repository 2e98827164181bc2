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
    else await askUntilAnswered(client, asked)
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

async function askUntilAnswered(client: Client, question: Question): Promise<void> {
  const started = performance.now()
  while (performance.now() - started < patience) {
    const { url, address, mayBeAway } = client
    const outcome = await ask(url, question, { address, signal: AbortSignal.timeout(patience) })
    if (outcome.kind === 'cut off' && !mayBeAway()) client.findings.complain(`cut off: ${question.name}`)
    if (outcome.kind === 'answered' || outcome.kind === 'wrong') return judge(client, question, outcome)
    client.findings.count(outcome.kind)
    await sleep(outcome.kind === 'come again' ? outcome.seconds * 500 : 500)
  }
  client.findings.complain(`no answer within ${patience / 1000} s: ${question.name}`)
}

/** Milliseconds after which an answer counts as lost: there are many programs without end before it. */
const patience = 240_000

function judge(
  { answers, findings }: Client,
  { name }: Question,
  outcome: Extract<Outcome, { kind: 'answered' | 'wrong' }>,
): void {
  findings.count('answered')
  const [is, shouldBe] = [outcome.kind === 'wrong' ? outcome.why : outcome.answer, answers.get(name)]
  if (is !== shouldBe) findings.complain(`wrong answer: ${name}: ${is.slice(0, 300)}`)
}

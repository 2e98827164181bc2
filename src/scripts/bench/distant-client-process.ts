import { comeBeforeSandboxes } from '#service/bubblewrap/priority.ts'
import { askAgain } from './ask-again.ts'
import { createClient } from './client.ts'
import type { DistantOrder } from './distant-client.ts'

// A process of its own; see distant-client.ts.

comeBeforeSandboxes()
let isOver = false
process.on('message', (order: DistantOrder) => {
  if (order.kind === 'end') isOver = true
  else void ask(order)
})
process.on('disconnect', () => process.exit(0))

async function ask({ url, known, pause }: Extract<DistantOrder, { kind: 'ask' }>): Promise<void> {
  const client = createClient(url, 1)
  for (const program of known) await client.check(program)
  process.send?.('knows')
  const times = await askAgain({ client, known, pause }, () => !isOver)
  process.send?.(times, () => process.exit(0))
}

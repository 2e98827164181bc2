import { expect, it } from 'vitest'
import { format } from '#service/format.ts'
import { createFakeSandbox } from './fake-sandbox.ts'

it.each([
  [
    'prints a text',
    { stdout: Buffer.from('fn main() {}\n') },
    { outcome: 'formatted', text: 'fn main() {}\n' },
  ],
  ['complains', { code: 1, stderr: 'error: no\n' }, { outcome: 'rejected', message: 'error: no' }],
  ['breaks down', { code: 101 }, { outcome: 'stopped', reason: 'crash' }],
])('What rustfmt has to say when it %s', async (_, ended, result) => {
  const sandbox = createFakeSandbox()
  const formatted = format(sandbox, 'fn main(){}')
  const job = await sandbox.next()
  job.end(ended)
  expect(await formatted).toEqual(result)
  expect(job).toMatchObject({ files: { 'main.rs': 'fn main(){}' }, needsStackBounds: true })
})

import { expect, it } from 'vitest'
import { format } from '#service/format/format.ts'
import { createFakeSandbox } from '../fake-sandbox.ts'
import { createTestService, post } from '../test-service.ts'

const files = { 'main.rs': 'fn main(){}', 'notes.md': 'no code', 'driver.c': 'int a ;' }

it.each([
  [
    'print each text after its length',
    { stdout: Buffer.from('13\nfn main() {}\n7\nint a;\n') },
    { outcome: 'formatted', files: { 'main.rs': 'fn main() {}\n', 'driver.c': 'int a;\n' } },
  ],
  [
    'complain of the second',
    { code: 1, stdout: Buffer.from('13\nfn main() {}\n'), stderr: 'error: no\n' },
    { outcome: 'rejected', file: 'driver.c', message: 'error: no' },
  ],
  ['break down', { code: 101 }, { outcome: 'stopped', reason: 'crash' }],
])('What is made of formatters that %s', async (_, ended, result) => {
  const sandbox = createFakeSandbox()
  const formatted = format(sandbox, { files })
  const job = await sandbox.next()
  job.end(ended)
  expect(await formatted).toEqual(result)
  expect(job).toMatchObject({ files, needsStackBounds: true })
})

it('The names of files and the loops of C go to the formatters, and no text to the shell', async () => {
  const sandbox = createFakeSandbox()
  const loops = 'list_for_each_entry(a, b, c) { $(reboot) }'
  void format(sandbox, { files: { ...files, 'driver.c': loops }, edition: '2024' })
  const { command } = await sandbox.next()
  expect(command.slice(5)).toEqual([
    '2024',
    expect.stringContaining('ForEachMacros: [list_for_each_entry]'),
    'main.rs',
    'driver.c',
  ])
  expect(command.join(' ')).not.toContain('reboot')
})

it('POST /api/format remembers its answer, for one edition', async () => {
  const sandbox = createFakeSandbox()
  const app = createTestService(sandbox)
  const ask = async (edition: string) =>
    (await app.request('/api/format', post({ files: { 'a.rs': 'x' }, edition }))).json()
  const first = ask('2021')
  ;(await sandbox.next()).end({ stdout: Buffer.from('1\nx') })
  expect(await first).toEqual({ outcome: 'formatted', files: { 'a.rs': 'x' } })
  expect(await ask('2021')).toEqual(await first)
  void ask('2024')
  expect((await sandbox.next()).command).toContain('2024')
  expect(sandbox.jobs).toHaveLength(2)
})

import { expect, it } from 'vitest'
import { createTerminalOutput } from '#service/shell/terminal-output.ts'

it('leaves out the first line, keeps what controls a terminal, and puts characters together', async () => {
  const sent: string[] = []
  const output = createTerminalOutput((text) => sent.push(text))
  const bytes = Buffer.from('word\r\n\u001b[1m«ü»\u001b[0m # ')
  for (const byte of bytes) output.receive(Uint8Array.of(byte))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(sent.join('')).toBe('\u001b[1m«ü»\u001b[0m # ')
  output.receive(Buffer.from('end'))
  output.end()
  expect(sent.at(-1)).toBe('end')
})

import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createConsole, lineBreak } from '#service/boot/console.ts'

describe('a console', () => {
  it('sends what came within a moment as one piece', async () => {
    const { sent, receive } = openConsole()
    receive('# insmod')
    receive(' driver.ko\r\n')
    expect(sent).toEqual([])
    await sleep(60)
    expect(sent).toEqual(['# insmod driver.ko\n'])
  })

  it('never cuts a character in two', () => {
    const { sent, console } = openConsole()
    const bytes = Buffer.from('grün')
    console.receive(bytes.subarray(0, 3))
    console.receive(bytes.subarray(3))
    console.end()
    expect(sent).toEqual(['grün'])
  })

  it('drops what controls a terminal, and keeps tabs', () => {
    const { console, receive } = openConsole()
    receive('a\0\u0007\tb\u001b[31mred\u001b[0m\u009b\r\n')
    console.end()
    expect(console.text).toBe('a\tbred\n')
  })

  it('begins a line where one is to begin, and only there', () => {
    const { console, receive } = openConsole()
    for (const piece of [lineBreak, '# printf a\nno line end', lineBreak, '# b\n', `${lineBreak}# c`])
      receive(piece)
    console.end()
    expect(console.text).toBe('# printf a\nno line end\n# b\n# c')
  })

  it('sends nothing for nothing, and the rest at its end', () => {
    const { sent, console, receive } = openConsole()
    receive('\0\0')
    console.end()
    expect(sent).toEqual([])
    expect(console.text).toBe('')
  })

  it('survives what is not text', () => {
    const { console } = openConsole()
    console.receive(Uint8Array.from([0xff, 0xfe, 0x41, 0xc3]))
    console.end()
    expect(console.text).toBe('\ufffd\ufffdA\ufffd')
  })
})

function openConsole() {
  const sent: string[] = []
  const console = createConsole((text) => sent.push(text))
  return { sent, console, receive: (text: string) => console.receive(Buffer.from(text)) }
}

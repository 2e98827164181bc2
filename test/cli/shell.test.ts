import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { ShellEvent } from '#protocol/shell.ts'
import { createFakeHost, type FakeHost } from './fake-host.ts'

/** The far end of a WebSocket: what it was sent, and how to answer. */
class FakeSocket extends EventTarget {
  readyState: number = WebSocket.CONNECTING
  sent: object[] = []

  open() {
    this.readyState = WebSocket.OPEN
    this.dispatchEvent(new Event('open'))
  }
  send(text: string) {
    this.sent.push(JSON.parse(text) as object)
  }
  tell(event: ShellEvent) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(event) }))
  }
  close() {
    this.readyState = WebSocket.CLOSED
    this.dispatchEvent(new Event('close'))
  }
}

/** A host at whose end of the line a test sits. */
function atTerminal() {
  const socket = new FakeSocket()
  let type: ((text: string) => void) | undefined
  const fake: FakeHost = createFakeHost({ files: { 'demo.c': 'int demo;' }, isTty: true })
  fake.host.openSocket = () => socket as unknown as WebSocket
  fake.host.stdin = {
    ...fake.host.stdin,
    isTty: true,
    readKeys: (onText) => void (type = onText),
  }
  const code = fake.run('shell demo.c')
  return { ...fake, socket, code, type: (text: string) => type?.(text), isTyping: () => type !== undefined }
}

async function withPrompt() {
  const terminal = atTerminal()
  await expect.poll(() => terminal.err()).toContain('Asking')
  terminal.socket.open()
  terminal.socket.tell({ kind: 'built', diagnostics: [] })
  terminal.socket.tell({ kind: 'output', text: '~ # ' })
  await expect.poll(terminal.isTyping).toBe(true)
  return terminal
}

describe('no-oops shell', () => {
  it('sends what is typed, and shows what comes', async () => {
    const { socket, type, out, code } = await withPrompt()
    type('insmod driver.ko\r')
    socket.tell({ kind: 'output', text: 'insmod driver.ko\r\n' })
    socket.tell({ kind: 'ended', why: 'left' })
    expect(await code).toBe(0)
    expect(socket.sent).toMatchObject([
      { language: 'c', variant: 'kasan', files: { 'driver.c': 'int demo;' }, rows: 24, columns: 80 },
      { kind: 'type', text: 'insmod driver.ko\r' },
    ])
    expect(out()).toBe('~ # insmod driver.ko\r\n')
  })

  it('types nothing before there is a prompt', async () => {
    const { socket, isTyping, err } = atTerminal()
    await expect.poll(err).toContain('Asking')
    socket.open()
    socket.tell({ kind: 'built', diagnostics: [] })
    socket.tell({ kind: 'output', text: '[    0.1] booting\r\n' })
    await expect.poll(err).toContain('Booting')
    expect(isTyping()).toBe(false)
    socket.close()
  })

  it('is left by Ctrl-], whatever hangs', async () => {
    const { socket, type, code } = await withPrompt()
    type('\x1d')
    expect(await code).toBe(0)
    expect(socket.readyState).toBe(WebSocket.CLOSED)
  })

  it('says why it ended, and exits with 1', async () => {
    const { socket, code, err } = await withPrompt()
    socket.tell({ kind: 'ended', why: 'idle' })
    expect(await code).toBe(1)
    expect(err()).toContain('The shell has ended: nobody typed.')
  })

  it('says so where the connection breaks, and exits with 3', async () => {
    const { socket, code, err } = await withPrompt()
    socket.close()
    expect(await code).toBe(3)
    expect(err()).toContain('broke. Give the command again for a new shell.')
  })

  it('shows the errors of a driver that is refused', async () => {
    const { socket, code, out, err } = atTerminal()
    await expect.poll(err).toContain('Asking')
    socket.open()
    const error: Diagnostic = {
      ...{ severity: 'error', message: 'no such thing' },
      ...{ spans: [], children: [], fixes: [] },
    }
    socket.tell({ kind: 'rejected', diagnostics: [error] })
    expect(await code).toBe(1)
    expect(out()).toContain('no such thing')
  })
})

import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { root } from '#scripts/root.ts'
import { runCommand } from '#scripts/run-command.ts'

describe('npm start', () => {
  it('says what a port should be', async () => {
    const { code, output } = await start({ PORT: 'http' })
    expect(output).toBe('The setting PORT is «http», but should be: a whole number from 0 to 65535.\n')
    expect(code).toBe(1)
  })

  it('says so before it builds if the port is taken, and how to choose another', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const { code, output } = await start({ PORT: `${port}` })
    server.close()
    expect(output).toBe(`Port ${port} is taken. Choose another, as in PORT=${port + 1} npm start\n`)
    expect(code).toBe(1)
  })
})

function start(env: NodeJS.ProcessEnv) {
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', 'src/scripts/start.ts']
  return runCommand(command, { cwd: root, env, quiet: true })
}

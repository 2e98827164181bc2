import { mkdtemp, writeFile, cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { runCommand } from '#scripts/run-command.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'no-oops-old-node-'))
  await cp(fileURLToPath(import.meta.resolve('#scripts/pack/bin')), folder, { recursive: true })
  await writeFile(join(folder, 'no-oops.mjs'), "console.log('started', ...process.argv.slice(2))\n")
})

/** Starts the command as a Node that calls itself so would. */
async function startOn(version: string) {
  const pretended = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
  await writeFile(join(folder, 'pretend.cjs'), pretended)
  const [pretend, command] = ['pretend.cjs', 'no-oops.cjs'].map((file) => join(folder, file))
  return runCommand([process.execPath, '--require', pretend!, command!, 'check'], { quiet: true })
}

it.each(['0.10.48', '10.24.1', '20.19.5'])(
  'a Node that is too old, such as %s, is told which one the command needs',
  async (version) => {
    const { code, output } = await startOn(version)
    expect(output).toBe(
      `no-oops needs Node.js 22 or newer; this is ${version}.\nInstall one (https://nodejs.org) and give the command again.\n`,
    )
    expect(code).toBe(2)
  },
)

it.each(['22.19.0', '24.0.0', '100.1.0'])('Node %s starts the command', async (version) => {
  expect(await startOn(version)).toMatchObject({ code: 0, output: 'started check\n' })
})

import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '#scripts/root.ts'
import { runCommand } from '#scripts/run-command.ts'

let checkout: string

/** A checkout with one command and one package, and an `npm` on PATH that installs it. */
beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'no-oops-bootstrap-'))
  await mkdir(join(checkout, 'src/scripts'), { recursive: true })
  await mkdir(join(checkout, 'bin'))
  await cp(join(root, 'src/scripts/bootstrap.mjs'), join(checkout, 'src/scripts/bootstrap.mjs'))
  await write('package.json', '{ "type": "module" }')
  await write('package-lock.json', lock('1.0.0'))
  await write(
    'src/scripts/greet.ts',
    "const who: string = process.argv[2] ?? ''\nconsole.log(`hello ${who}`)\nprocess.exitCode = 3\n",
  )
  await write('bin/npm', npm)
  await chmod(join(checkout, 'bin/npm'), 0o755)
})

afterEach(() => rm(checkout, { recursive: true }))

const lock = (version: string) => JSON.stringify({ packages: { '': {}, 'node_modules/a': { version } } })
const npm =
  '#!/bin/sh\necho "npm $1 $2" >> log\n[ -e broken ] && exit 1\nmkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json\n'

describe('the bootstrap', () => {
  it('installs, then hands over its arguments, and the exit code back', async () => {
    const { code, output } = await bootstrap('greet', 'Ada')
    expect(output).toMatch(/Installing packages[^]*hello Ada/)
    expect(code).toBe(3)
    expect(await readFile(join(checkout, 'log'), 'utf8')).toBe('npm ci --ignore-scripts\n')
  })

  it('installs no second time', async () => {
    await bootstrap('greet')
    expect((await bootstrap('greet')).output).not.toContain('Installing')
  })

  it('installs again when the lock has changed', async () => {
    await bootstrap('greet')
    await write('package-lock.json', lock('2.0.0'))
    expect((await bootstrap('greet')).output).toContain('Installing')
  })

  it('installs again after an install that was cut off', async () => {
    await mkdir(join(checkout, 'node_modules/a'), { recursive: true })
    expect((await bootstrap('greet')).output).toContain('Installing')
  })

  it('does not go on where npm fails', async () => {
    await write('broken', '')
    const { code, output } = await bootstrap('greet')
    expect(output).toContain('The packages could not be installed')
    expect(output).not.toContain('hello')
    expect(code).toBe(1)
  })

  it('names the way out of a command that does not exist', async () => {
    expect((await bootstrap('great')).output).toMatch(/There is no command «great»/)
  })

  it('has nothing but Node’s own modules to import', async () => {
    const source = await readFile(join(root, 'src/scripts/bootstrap.mjs'), 'utf8')
    const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name)
    expect(imports.every((name) => name!.startsWith('node:'))).toBe(true)
  })
})

function bootstrap(...args: string[]) {
  const path = [join(checkout, 'bin'), process.env.PATH].join(delimiter)
  const env = { PATH: path, npm_execpath: '', npm_lifecycle_event: '' }
  return runCommand([process.execPath, 'src/scripts/bootstrap.mjs', ...args], {
    cwd: checkout,
    env,
    quiet: true,
  })
}

function write(path: string, text: string): Promise<void> {
  return writeFile(join(checkout, path), text)
}

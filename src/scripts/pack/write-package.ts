import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../root.ts'
import { bundleCommand } from './bundle-command.ts'

/** All of the command is in one file. */
const main = 'no-oops.mjs'

/** What npm calls, and what that starts on a Node that is new enough. */
const guards = ['no-oops.cjs', 'start.cjs']

/** Writes the package of the command into a folder: its manifest names no dependencies, as all is in its one file. */
export async function writePackage(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await bundleCommand(join(folder, main))
  for (const file of guards) await copyFile(join(root, 'src/scripts/pack/bin', file), join(folder, file))
  const { name, version, license } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  ) as Manifest
  const manifest = {
    ...{ name, version, license, type: 'module' },
    description: 'Check, build and boot drivers in Rust and C against a real Linux kernel',
    ...{ bin: { 'no-oops': guards[0] }, files: [...guards, main], engines: { node: '>=22' } },
  }
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
  await writeFile(join(folder, 'README.md'), readme)
  await copyFile(join(root, 'LICENSE'), join(folder, 'LICENSE'))
}

interface Manifest {
  name: string
  version: string
  license: string
}

const readme = `# no-oops

Checks, builds and boots drivers in Rust and C against a real Linux kernel, by the compile service of the course No Oops, and
lets you work on its lessons in your own editor. It needs Node.js 22 or newer and a service: on this machine, or one that
\`--service URL\` or \`NO_OOPS_SERVICE\` names. \`no-oops --help\` says the rest.
`

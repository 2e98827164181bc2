import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { writePackage } from './pack/write-package.ts'
import { root } from './root.ts'
import { runCommand } from './run-command.ts'
import { runMain } from './run-script.ts'
import { ScriptError } from './script-error.ts'

const usage = `Usage: npm run pack

Makes the command no-oops a package that runs wherever Node does: dist.cli/no-oops.tgz, for «npx FILE» or «npm install FILE».`

await runMain({ usage, run: (words) => (words.length === 0 ? pack() : undefined) })

async function pack(): Promise<number> {
  const folder = join(root, 'dist.cli')
  await writePackage(folder)
  const { code, output } = await runCommand(['npm', 'pack', '--json', '--ignore-scripts'], {
    cwd: folder,
    quiet: true,
  })
  if (code !== 0) throw new ScriptError(`npm could not pack it:\n${output}`)
  const [{ filename, unpackedSize }] = JSON.parse(output) as [{ filename: string; unpackedSize: number }]
  await rename(join(folder, filename), join(folder, 'no-oops.tgz'))
  console.log(
    `dist.cli/no-oops.tgz is ${Math.round(unpackedSize / 1000)} kB unpacked. Try it with: npx ./dist.cli/no-oops.tgz --help`,
  )
  return 0
}

import { bin } from './bin.ts'
import { root } from './root.ts'
import { runCommand } from './run-command.ts'

const { code } = await runCommand([...bin('prettier'), '--cache', '--write', '--list-different', '.'], {
  cwd: root,
})
process.exitCode = code

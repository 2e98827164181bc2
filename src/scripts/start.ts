import { readSettings, type Settings } from '#service/settings.ts'
import { buildSite, isSiteFresh } from './build-site.ts'
import { createServe } from './create-serve.ts'
import { runMain } from './run-script.ts'
import { scopeCommand } from './scope-command.ts'
import { ScriptError } from './script-error.ts'
import { supervise } from './supervise.ts'
import { tryPort } from './try-port.ts'

const usage = `Usage: npm start

Builds the site unless it is there, serves the course, and makes the toolroom meanwhile.

Settings in the environment: PORT, HOST, and the others of src/service/settings.ts`

await runMain({
  usage,
  run: (words) => (words.length === 0 ? start(readSettings(process.env)) : undefined),
})

async function start(settings: Settings): Promise<number> {
  await tryPort(settings)
  if (!(await isSiteFresh())) await build()
  return supervise({ start: createServe(await scopeCommand()), onRestart: describeRestart })
}

async function build(): Promise<void> {
  console.log('Building the site (half a minute) …')
  if (!(await buildSite({ quiet: true })))
    throw new ScriptError('The site could not be built; the reason is above.')
}

function describeRestart(how: string, delay: number): void {
  console.error(`The service has ended: ${how}. It starts again in ${delay / 1000} s.`)
}

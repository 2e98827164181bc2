import { runCommand } from './run-command.ts'
import { ScriptError } from './script-error.ts'

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']

/** Finds the path of a Chromium: `CHROMIUM` alone if it is set, else the first on PATH that runs; prints its version. */
export async function findChromium(): Promise<string | undefined> {
  const candidates = process.env.CHROMIUM ? [process.env.CHROMIUM] : names
  for (const name of candidates) {
    const { code, output } = await runCommand([name, '--version'], { quiet: true })
    if (code === 0) return toPath(name, output)
  }
  return undefined
}

/** Finds one, or installs Debian's as root. Throws a `ScriptError` where there is none. */
export async function bringChromium(): Promise<string> {
  const found = await findChromium()
  if (found) return found
  if (process.getuid?.() === 0) await install()
  const installed = await findChromium()
  if (installed) return installed
  throw new ScriptError(
    'There is no Chromium. Install it (Debian: sudo apt-get install -y chromium), or let CHROMIUM name one.',
  )
}

async function install(): Promise<void> {
  const apt = ['apt-get', '-y', '-qq', '-o', 'DPkg::Lock::Timeout=120']
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  console.log('Installing Chromium …')
  await runCommand([...apt, 'update'], options)
  const { code, output } = await runCommand(
    [...apt, 'install', '--no-install-recommends', 'chromium'],
    options,
  )
  if (code !== 0) console.error(output)
}

async function toPath(name: string, version: string): Promise<string> {
  console.log(version.trim())
  if (name.includes('/')) return name
  const { output } = await runCommand(['sh', '-c', `command -v ${name}`], { quiet: true })
  return output.trim()
}

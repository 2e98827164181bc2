import { runHostCommand } from './host-command.ts'
import { ToolroomError } from './toolroom-error.ts'

const packages = ['mmdebstrap', 'bubblewrap', 'debian-archive-keyring']

/** Installs what makes a toolroom if it is missing and we may, else throws `ToolroomError` with the command to give. */
export async function prepareHostTools(
  onStep: (step: string) => void,
  uid: number | undefined = process.getuid?.(),
): Promise<void> {
  if (await haveTools()) return
  if (!(await canRun('apt-get'))) throw new ToolroomError(`${missing} and there is no apt-get.`, withoutApt)
  if (uid !== 0) throw new ToolroomError(`${missing}.`, `sudo ${installCommand}`)
  onStep('Installing mmdebstrap and bubblewrap')
  await install()
}

const missing = 'mmdebstrap or bubblewrap is not installed'
const installCommand = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
const withoutApt =
  'Install mmdebstrap and bubblewrap 0.8 with the means of your system, run No Oops in a Debian container, ' +
  'or set SERVICE_URL to a service that compiles.'

async function haveTools(): Promise<boolean> {
  return (await canRun('mmdebstrap')) && (await canRun('bwrap'))
}

async function canRun(program: string): Promise<boolean> {
  return (await runHostCommand([program, '--version'])).code !== 127
}

async function install(): Promise<void> {
  if (await apt('install', '--no-install-recommends', ...packages)) return
  await apt('update')
  if (await apt('install', '--no-install-recommends', ...packages)) return
  throw new ToolroomError('apt-get could not install mmdebstrap and bubblewrap.', installCommand)
}

async function apt(...args: string[]): Promise<boolean> {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=120']
  return (await runHostCommand(['apt-get', '-y', ...wait, ...args], { environment })).code === 0
}

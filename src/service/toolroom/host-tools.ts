import { runHostCommand } from './host-command.ts'
import type { Recipe } from './recipe.ts'
import { ToolroomError } from './toolroom-error.ts'

/** Programs of the host that make a toolroom → Debian's package of each. */
const everyToolroom: Record<string, string> = { mmdebstrap: 'mmdebstrap', bwrap: 'bubblewrap' }
const kernelToolroom: Record<string, string> = { ...everyToolroom, patch: 'patch', xz: 'xz-utils' }

/** Installs what makes the toolroom if it is missing and we may, else throws `ToolroomError` with the command to give. */
export async function prepareHostTools(
  { kernel }: Pick<Recipe, 'kernel'>,
  onStep: (step: string) => void,
  uid: number | undefined = process.getuid?.(),
): Promise<void> {
  const tools = kernel ? kernelToolroom : everyToolroom
  const missing = await findMissing(tools)
  if (missing.length === 0) return
  const packages = [...Object.values(tools), 'debian-archive-keyring']
  const reason = `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not installed`
  if (!(await canRun('apt-get'))) throw new ToolroomError(`${reason}, and there is no apt-get.`, withoutApt)
  if (uid !== 0) throw new ToolroomError(`${reason}.`, `sudo ${toCommand(packages)}`)
  onStep(`Installing ${missing.join(' and ')}`)
  await install(packages)
}

const withoutApt =
  'Install mmdebstrap, bubblewrap 0.8, patch and xz with the means of your system, run No Oops in a Debian ' +
  'container, or set SERVICE_URL to a service that compiles.'

async function findMissing(tools: Record<string, string>): Promise<string[]> {
  const missing: string[] = []
  for (const [program, name] of Object.entries(tools)) if (!(await canRun(program))) missing.push(name)
  return missing
}

async function canRun(program: string): Promise<boolean> {
  return (await runHostCommand([program, '--version'])).code !== 127
}

function toCommand(packages: string[]): string {
  return `apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

async function install(packages: string[]): Promise<void> {
  if (await apt('install', '--no-install-recommends', ...packages)) return
  await apt('update')
  if (await apt('install', '--no-install-recommends', ...packages)) return
  throw new ToolroomError(`apt-get could not install ${packages.join(', ')}.`, toCommand(packages))
}

async function apt(...args: string[]): Promise<boolean> {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=120']
  return (await runHostCommand(['apt-get', '-y', ...wait, ...args], { environment })).code === 0
}

import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../run-command.ts'
import { findMirror } from './find-mirror.ts'

const release = '7.3'
const packageName = `linux-source-${release}`
const suite = 'trixie-backports'
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'
const remedy = `Set LINUX_SOURCE to a folder with the source of Linux ${release}.4.`

/** What lessons do not cite, and half of the bytes. */
const left = ['*/tools/*', '*/drivers/gpu/drm/amd/*', '*/arch/[!ux]*/*']

/** Brings the distribution's source of Linux into the cache folder, once, and gives its own. A cut-off run is done again. */
export async function fetchKernelTree(cache: string): Promise<string> {
  const folder = join(cache, packageName)
  if (await exists(folder)) return folder
  const work = `${folder}.unfinished`
  await rm(join(work, 'tree'), { recursive: true, force: true })
  await mkdir(join(work, 'tree'), { recursive: true })
  console.log(`Fetching ${packageName}, which the lessons cite (once; some minutes) …`)
  await unpack(work, await download(work, await findMirror(join(work, 'scratch'))))
  await rename(join(work, 'tree', packageName), folder)
  await rm(work, { recursive: true, force: true })
  return folder
}

async function download(work: string, mirror: string): Promise<string> {
  const apt = { cwd: work, env: { APT_CONFIG: await configureApt(work, mirror) } }
  await must(['apt-get', '-qq', 'update'], apt)
  await must(['apt-get', '-qq', 'download', packageName], apt)
  const { output } = await must(['sh', '-c', `ls -t ${packageName}_*.deb`], apt)
  return join(work, output.split('\n')[0]!)
}

/** Lists and cache of their own, so that the machine's apt is left as it is; its proxy is used. */
async function configureApt(work: string, mirror: string): Promise<string> {
  for (const name of ['lists/partial', 'archives/partial']) await mkdir(join(work, name), { recursive: true })
  const source = `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`
  const settings = {
    'Dir::Etc::sourcelist': join(work, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::State::status': join(work, 'status'),
    'Dir::Cache': work,
    'APT::Sandbox::User': 'root',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} "${value}";\n`)
  await writeFile(join(work, 'sources.list'), source)
  await writeFile(join(work, 'status'), '')
  await writeFile(join(work, 'apt.conf'), lines.join(''))
  return join(work, 'apt.conf')
}

async function unpack(work: string, deb: string): Promise<void> {
  await must(['dpkg-deb', '-x', deb, join(work, 'deb')], { cwd: work })
  const archive = join(work, 'deb/usr/src', `${packageName}.tar.xz`)
  const excludes = left.map((pattern) => `--exclude=${pattern}`)
  await must(['tar', '-xJf', archive, '-C', join(work, 'tree'), ...excludes], { cwd: work })
}

async function must(command: string[], options: { cwd: string; env?: NodeJS.ProcessEnv }) {
  const finished = await runCommand(command, { ...options, quiet: true })
  if (finished.code === 0) return finished
  throw new Error(
    `The source of Linux could not be had: ${command.join(' ')}\n${finished.output.trim()}\n${remedy}`,
  )
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

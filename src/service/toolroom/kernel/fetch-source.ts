import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createHash } from 'node:crypto'
import { runHostCommand } from '../host-command.ts'
import { takeLock } from '../lock.ts'
import { ToolroomError } from '../toolroom-error.ts'
import { findMirror } from './find-mirror.ts'

const suite = 'trixie-backports'
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** What neither a build for User-Mode Linux nor a lesson needs: half of the bytes. Every Kconfig file stays. */
const left = ['drivers/gpu/drm/amd/include/*', 'tools/perf/*', 'tools/testing/*', 'arch/[!ux]*/boot/*']

export interface FetchedSource {
  folder: string
  /** Debian's package and its exact version. */
  origin: string
}

/** Brings the distribution's source of Linux into the cache folder, once; what was fetched of it is not fetched again. */
export async function fetchSource(
  cache: string,
  release: string,
  onStep: (step: string) => void,
): Promise<FetchedSource> {
  const folder = join(cache, toName(release))
  await mkdir(cache, { recursive: true })
  const unlock = await takeLock(`${folder}.lock`)
  try {
    if (!existsSync(folder)) await fetch(folder, release, onStep)
  } finally {
    await unlock()
  }
  return { folder: join(folder, 'linux'), origin: (await readFile(join(folder, 'ORIGIN'), 'utf8')).trim() }
}

function toName(release: string): string {
  const content = createHash('sha256').update(left.join()).digest('hex').slice(0, 10)
  return `linux-${release}-${content}`
}

async function fetch(folder: string, release: string, onStep: (step: string) => void): Promise<void> {
  const work = `${folder}.unfinished`
  const done = join(work, 'done')
  await rm(done, { recursive: true, force: true })
  await mkdir(done, { recursive: true })
  onStep('Downloading the source of Linux')
  const deb = await download(work, `linux-source-${release}`)
  onStep('Unpacking the source of Linux')
  await unpack(work, deb, join(done, 'linux'))
  await writeFile(join(done, 'ORIGIN'), `${toOrigin(deb)}\n`)
  await rename(done, folder)
  await rm(work, { recursive: true, force: true })
}

async function download(work: string, name: string): Promise<string> {
  const environment = { APT_CONFIG: await configureApt(work, await findMirror(join(work, 'scratch'))) }
  await must(['apt-get', '-qq', 'update'], environment)
  await must(['sh', '-c', 'cd "$1" && apt-get -qq download "$2"', 'sh', work, name], environment)
  const newest = await must(['sh', '-c', 'ls -t "$1/$2"_*.deb', 'sh', work, name])
  return newest[0]!
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

/** In the background of a course that is read: the rest of the machine comes first. */
async function unpack(work: string, deb: string, target: string): Promise<void> {
  await must(['dpkg-deb', '-x', deb, join(work, 'deb')])
  const name = basename(deb).split('_')[0]!
  const archive = join(work, 'deb/usr/src', `${name}.tar.xz`)
  const excludes = left.map((pattern) => `--exclude=${name}/${pattern}`)
  await must(['nice', 'tar', '-xJf', archive, '-C', dirname(target), '--no-same-owner', ...excludes])
  await rename(join(dirname(target), name), target)
}

/** `linux-source-7.3_7.3.4-1~bpo13+1_all.deb` → `Debian's linux-source-7.3 7.3.4-1~bpo13+1`. */
export function toOrigin(deb: string): string {
  const [name, version] = decodeURIComponent(basename(deb)).split('_')
  return `Debian's ${name} ${version}`
}

async function must(command: string[], environment: Record<string, string> = {}): Promise<string[]> {
  const { code, lines } = await runHostCommand(command, { environment })
  if (code === 0) return lines
  throw new ToolroomError(
    `The source of Linux could not be had. ${command[0]} says: ${lines.slice(-3).join(' ')}`,
    'Look at the network and the free disk space, set TOOLROOM_MIRROR to a Debian mirror in reach, or LINUX_SOURCE to a folder with the source of Linux 7.3.',
  )
}

import { existsSync, readFileSync } from 'node:fs'
import { runHostCommand } from './host-command.ts'

/** What mmdebstrap is told of where packages come from; all of it may be empty. */
export interface PackageSources {
  /** Mirrors or lines of a `sources.list`. */
  mirrors: string[]
  /** Settings of apt that reach those, such as a proxy. */
  aptOptions: string[]
}

/**
 * `TOOLROOM_MIRROR`, else on Debian the mirror that the machine's apt is configured with; elsewhere mmdebstrap's own
 * choice. apt's proxy holds for all of them.
 */
export async function findPackageSources(suite: string): Promise<PackageSources> {
  const setting = process.env.TOOLROOM_MIRROR
  return {
    mirrors: setting ? [setting] : await mirrorsOfThisDebian(suite),
    aptOptions: await proxyOptions(),
  }
}

async function mirrorsOfThisDebian(suite: string): Promise<string[]> {
  const release = readRelease()
  if (release.ID !== 'debian' || !release.VERSION_CODENAME) return []
  const format = '$(RELEASE) $(COMPONENT) $(REPO_URI)'
  const command = ['apt-get', 'indextargets', '--format', format, 'Created-By: Packages']
  return toMirrors((await runHostCommand(command)).lines, release.VERSION_CODENAME, suite)
}

/** Turns `release component address` lines about this Debian into the sources of another release at the same place. */
export function toMirrors(targets: string[], codename: string, suite: string): string[] {
  const addressOf = (release: string): string | undefined =>
    targets
      .map((line) => line.split(' '))
      .find((target) => target[0] === release && target[1] === 'main')?.[2]
  const main = addressOf(codename)
  const security = addressOf(`${codename}-security`)
  if (!main) return []
  return [`deb ${main} ${suite} main`, ...(security ? [`deb ${security} ${suite}-security main`] : [])]
}

function readRelease(): Record<string, string> {
  if (!existsSync('/etc/os-release')) return {}
  const lines = readFileSync('/etc/os-release', 'utf8').matchAll(/^(\w+)="?([^"\n]*)"?$/gm)
  return Object.fromEntries([...lines].map(([, name, value]) => [name, value]))
}

async function proxyOptions(): Promise<string[]> {
  const { lines } = await runHostCommand(['apt-config', 'dump', 'Acquire'])
  return lines.filter((line) => /^Acquire::https?::Proxy(::\S+)? ".+";$/.test(line))
}

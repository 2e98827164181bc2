import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { quote } from '../quote.ts'
import { createProgressReader, type Progress } from './debootstrap-progress.ts'
import { runHostCommand } from './host-command.ts'
import { ownNamespaces } from './own-namespaces.ts'
import { findPackageSources } from './package-sources.ts'
import type { Recipe } from './recipe.ts'
import { ToolroomError } from './toolroom-error.ts'

export interface DebootstrapOptions {
  recipe: Recipe
  /** The folder that becomes the Debian tree; it must not exist. */
  tree: string
  /** Keeps downloads, so that a run that was cut off need not fetch them again. */
  archives: string
  onProgress: (progress: Progress) => void
}

/**
 * Unpacks the recipe's packages and what they depend on. Needs no root: it works in a user namespace of its own, and
 * ends with this process.
 */
export async function debootstrap({ recipe, tree, archives, onProgress }: DebootstrapOptions): Promise<void> {
  await mkdir(join(archives, 'partial'), { recursive: true })
  const read = createProgressReader()
  const command = await toCommand(recipe, tree, archives)
  const { code, lines } = await runHostCommand(command, {
    // Only one user exists in the namespace.
    environment: { TAR_OPTIONS: '--no-same-owner' },
    onLine: (line) => {
      const progress = read(line)
      if (progress) onProgress(progress)
    },
  })
  if (code !== 0) throw toError(lines)
}

async function toCommand(recipe: Recipe, tree: string, archives: string): Promise<string[]> {
  const { mirrors, aptOptions } = await findPackageSources(recipe.suite)
  const options = ['APT::Sandbox::User "root"', ...aptOptions].map((option) => `--aptopt=${option}`)
  return [
    ownNamespaces,
    ['mmdebstrap', '--mode=root', '--variant=extract', '--debug', '--skip=essential/unlink,chroot/mount'],
    [...options, ...keyringOptions(), `--include=${recipe.packages.join(',')}`],
    [`--setup-hook=${linkArchives(archives)}`, recipe.suite, tree, ...mirrors],
  ].flat()
}

function keyringOptions(): string[] {
  return existsSync(keyring) ? [`--keyring=${keyring}`, '--skip=check/signed-by'] : []
}

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'

function linkArchives(archives: string): string {
  return `mkdir -p "$1/var/cache/apt" && ln -s ${quote(archives)} "$1/var/cache/apt/archives"`
}

function toError(lines: string[]): ToolroomError {
  const errors = lines.filter((line) => /^(E:|bwrap:)/.test(line) && !line.includes('mmdebstrap'))
  const told = errors.length > 0 ? errors.slice(0, 2) : lines.slice(-3)
  return new ToolroomError(
    `The Debian packages could not be fetched or unpacked. ${told.join(' ')}`,
    'Look at the network and the free disk space, or set TOOLROOM_MIRROR to a Debian mirror in reach; then `npm run toolroom -- make` goes on.',
  )
}

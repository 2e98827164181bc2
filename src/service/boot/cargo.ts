import type { BuiltCompanions } from '../kernel/build-companions.ts'
import type { Entry } from './cpio.ts'
import { preparation } from './machine-job.ts'

/** A driver, the fixtures and programs that come with it, if any do, and what the machine does with them. */
export interface Cargo {
  module: Uint8Array
  companions?: Pick<Extract<BuiltCompanions, { kind: 'built' }>, 'fixtures' | 'programs'>
  /** As `toScript` or `toShellScript` make it. */
  script: string
}

/** Lists the files that a machine is handed over; what is to be done before the script is one of them. */
export function toCargo({ module, companions = none, script }: Cargo): Entry[] {
  const { fixtures, programs } = companions
  return [
    { kind: 'file', path: 'root/driver.ko', content: module },
    ...fixtures.map(({ name, content }) => toFile(`root/${name}.ko`, content)),
    ...programs.map(({ name, content }) => ({ ...toFile(`root/${name}`, content), executable: true })),
    ...(fixtures.length > 0 ? [toFile(preparation, toPreparation(fixtures))] : []),
    toFile('script', script),
  ]
}

const none = { fixtures: [], programs: [] }

function toFile(path: string, content: Uint8Array | string): Extract<Entry, { kind: 'file' }> {
  return { kind: 'file', path, content }
}

/** The shell's name stands before its own mistakes; busybox says which file it could not load, and why. */
function toPreparation(fixtures: { name: string }[]): string {
  return fixtures.map(({ name }) => `insmod ${name}.ko\n`).join('')
}

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An empty folder that the sandbox's user may enter; it is removed with all in it when the tests end. */
export function makeReachableFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'no-oops-test-'))
  chmodSync(folder, 0o755)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

import { spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { sandboxPrefix } from './sandbox-name.ts'

/**
 * Has all sandboxes of this process ended when it ends, also if it is killed. What bwrap asks of the kernel for that does
 * not hold while it sets a sandbox up: what is inside by then goes on, with nobody left who would end it.
 */
export function endSandboxesWithService(): void {
  if (process.platform === 'linux') isWatched ||= startWatcher()
}

let isWatched = false

/** It learns that this process is gone from its standard input, and knows sandboxes by their names. */
function startWatcher(): boolean {
  const watcher = spawn('sh', ['-c', script, 'sh', sandboxPrefix], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Whoever kills the process group of the service does not mean this one.
    detached: true,
    cwd: '/',
    env: { PATH: process.env.PATH },
  })
  watcher.on('error', () => (isWatched = false))
  watcher.on('exit', () => (isWatched = false))
  watcher.unref()
  const input = watcher.stdin as Socket | undefined
  input?.on('error', () => {})
  input?.unref()
  return input !== undefined
}

/** It looks several times: what was just being started has no name yet. */
const script = `
trap '' HUP INT TERM
cat >/dev/null
for again in 1 2 3 4 5 6 7 8 9 10; do
  for file in $(grep -lazx "$1-[0-9]*" /proc/[0-9]*/cmdline 2>/dev/null); do
    pid=\${file#/proc/}
    kill -9 "\${pid%/cmdline}" 2>/dev/null
  done
  sleep 0.1
done`

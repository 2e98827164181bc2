import { hasMemoryGroups } from '#service/bubblewrap/memory-group.ts'
import { runCommand } from './run-command.ts'

/**
 * What to put before a command so that the kernel can hold the memory of what it starts: for an ordinary user a scope of
 * systemd that is handed to the command. Empty where that is not needed or not possible.
 */
export async function scopeCommand(isNeeded = needsScope()): Promise<string[]> {
  if (!isNeeded) return []
  // A systemd that does not answer is not waited for.
  const { code } = await runCommand(['timeout', '5', ...scope, 'true'], { quiet: true })
  return code === 0 ? scope : []
}

const scope = ['systemd-run', '--user', '--scope', '--quiet', '--collect', '--property=Delegate=yes', '--']

function needsScope(): boolean {
  return process.getuid?.() !== 0 && !hasMemoryGroups()
}

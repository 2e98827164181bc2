import { createBubblewrapSandbox, type BubblewrapOptions } from '#service/bubblewrap/bubblewrap.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import type { JobResult } from '#service/sandbox.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'

/** The real sandbox over the real toolroom. */
export function openSandbox(limits: BubblewrapOptions['limits'] = {}) {
  return createBubblewrapSandbox({ root: openToolroom().root, limits })
}

/** Runs a script of busybox' shell in the sandbox, as somebody would who had taken over the compiler. */
export function runScript(script: string, files: SourceFiles = {}): Promise<JobResult> {
  return openSandbox().run({ command: ['busybox', 'sh', '-c', withApplets(script)], files })
}

/** What the script printed, or why there is nothing. */
export async function printed(script: string, files: SourceFiles = {}): Promise<string> {
  const ended = await runScript(script, files)
  if (ended.kind === 'stopped') return `stopped: ${ended.reason}`
  return (Buffer.from(ended.stdout).toString() + ended.stderr).trim()
}

/** There is only one program; the shell needs a function for each of its names. */
function withApplets(script: string): string {
  const names = [
    'ls',
    'cat',
    'id',
    'env',
    'ln',
    'mount',
    'unshare',
    'nc',
    'sleep',
    'dd',
    'yes',
    'head',
    'wc',
    'touch',
  ]
  return `${names.map((name) => `${name}() { busybox ${name} "$@"; }`).join('\n')}\n${script}`
}

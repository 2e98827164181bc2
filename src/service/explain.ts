import type { Explanation } from '#protocol/explanation.ts'
import type { Sandbox } from './sandbox.ts'

/** The compiler's own explanation of an error code such as `E0505`; undefined if it has none. */
export async function explain(
  sandbox: Sandbox,
  code: string,
  signal?: AbortSignal,
): Promise<Explanation | undefined> {
  const ended = await sandbox.run({ command: ['rustc', '--explain', code], files: {} }, signal)
  if (ended.kind === 'stopped') throw new Error(`rustc --explain was stopped: ${ended.reason}`)
  return ended.code === 0 ? { code, markdown: new TextDecoder().decode(ended.stdout).trim() } : undefined
}

/** bubblewrap could not build its world, so nothing was run: the machine is at fault, not the command. */
export class SandboxError extends Error {
  override name = 'SandboxError'
}

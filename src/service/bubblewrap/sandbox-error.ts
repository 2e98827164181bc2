/** bubblewrap could not build its world, so nothing was run: the machine is at fault, not the command. */
export class SandboxError extends Error {
  override name = 'SandboxError'
}

/** The machine has no process, descriptor or memory left for another sandbox, so nothing was run; later it may have. */
export class SandboxBusy extends Error {
  override name = 'SandboxBusy'
  /** Seconds; a guess. */
  readonly retryAfter = 2
}

/** What kept a sandbox from being started, of which the system or bwrap said so much. */
export function toSandboxError(message: string, cause?: unknown): SandboxError | SandboxBusy {
  const Kind = isScarcity.test(message) ? SandboxBusy : SandboxError
  return new Kind(message, { cause })
}

/** Of libuv's names, and of the C library's words. */
const isScarcity =
  /\b(EMFILE|ENFILE|EAGAIN|ENOMEM|ENOBUFS|ENOSPC)\b|Resource temporarily unavailable|Cannot allocate memory|Too many open files/

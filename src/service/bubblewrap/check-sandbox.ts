import { readFileSync, existsSync } from 'node:fs'
import { createBubblewrapSandbox } from './bubblewrap.ts'
import { SandboxError } from './sandbox-error.ts'

/** Whether this machine allows the sandbox; if not, why, and what its owner can do. */
export type SandboxCheck = { usable: true } | { usable: false; reason: string; remedy: string }

/** Tries the sandbox by running nothing of note in it: in the toolroom at `root`, else on the system's own `/usr`. */
export async function checkSandbox(root = '/'): Promise<SandboxCheck> {
  if (process.platform !== 'linux') return onlyLinux
  if (process.arch !== 'x64' && process.arch !== 'arm64') return onlyTheseProcessors
  try {
    await createBubblewrapSandbox({ root }).run({ command: ['prlimit', '--version'], files: {} })
    return { usable: true }
  } catch (error) {
    if (error instanceof SandboxError) return { usable: false, ...explainSandboxError(error) }
    throw error
  }
}

const elsewhere =
  'Run No Oops in a Linux container or virtual machine, or set SERVICE_URL to a service that compiles.'

const onlyLinux = { usable: false as const, reason: 'The sandbox needs Linux.', remedy: elsewhere }

const onlyTheseProcessors = {
  usable: false as const,
  reason: `There is no sandbox for ${process.arch} processors.`,
  remedy: elsewhere,
}

interface Explanation {
  reason: string
  remedy: string
}

/** Says in plain words what stands in the sandbox's way, and what helps; for the owner of the machine. */
export function explainSandboxError({ message }: SandboxError): Explanation {
  const known = explanations.find(({ sign }) => sign.test(message))
  if (!known) return { reason: message, remedy: namespaceRemedy() }
  const { reason, remedy, saysAll } = known
  return { reason: saysAll ? reason : `${reason.slice(0, -1)}: «${message}».`, remedy: remedy() }
}

/** Says what stands in the sandbox's way to those who can do nothing about it: no advice, and nothing of the machine. */
export function describeSandboxError({ message }: SandboxError): string {
  return explanations.find(({ sign }) => sign.test(message))?.reason ?? 'The sandbox does not start.'
}

const explanations: { sign: RegExp; reason: string; saysAll: boolean; remedy: () => string }[] = [
  {
    sign: /ENOENT|bwrap: not found/,
    reason: 'bubblewrap is not installed.',
    saysAll: true,
    remedy: () => 'sudo apt-get install -y bubblewrap',
  },
  {
    sign: /Unknown option/,
    reason: 'This bubblewrap is too old: 0.8 is needed.',
    saysAll: true,
    remedy: () => `Use Debian 12, Ubuntu 24.04 or newer. ${elsewhere}`,
  },
  {
    sign: /Can't find source path/,
    reason: 'The sandbox runs as an unprivileged user who cannot reach the folder of the toolroom.',
    saysAll: true,
    remedy: () => 'Set NO_OOPS_CACHE to a folder that every user may enter, such as /var/cache/no-oops.',
  },
  {
    sign: /namespace|uid map|\/proc\/sys\/|Operation not permitted|Permission denied/i,
    reason: 'This system does not allow user namespaces.',
    saysAll: false,
    remedy: namespaceRemedy,
  },
]

function namespaceRemedy(): string {
  if (existsSync('/.dockerenv') || existsSync('/run/.containerenv')) return containerRemedy
  return switches.find(({ file, forbids }) => readSetting(file) === forbids)?.remedy ?? elsewhere
}

const containerRemedy =
  'Start the container with --security-opt seccomp=unconfined --security-opt apparmor=unconfined ' +
  '--security-opt systempaths=unconfined.'

const switches = [
  {
    file: '/proc/sys/kernel/apparmor_restrict_unprivileged_userns',
    forbids: '1',
    remedy: 'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
  },
  {
    file: '/proc/sys/kernel/unprivileged_userns_clone',
    forbids: '0',
    remedy: 'sudo sysctl -w kernel.unprivileged_userns_clone=1',
  },
  {
    file: '/proc/sys/user/max_user_namespaces',
    forbids: '0',
    remedy: 'sudo sysctl -w user.max_user_namespaces=15000',
  },
]

function readSetting(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

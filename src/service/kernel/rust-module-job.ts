import type { SourceFiles } from '#protocol/compile.ts'
import { courseLints } from '../course-lints.ts'
import { rustMessages } from '../rust-messages.ts'
import type { Job } from '../sandbox.ts'
import { sourceTree, type KernelRoom } from './kernel-room.ts'
import { compileAndLink, compileAndPrint } from './link-script.ts'

/** The command that checks a Rust module against the kernel crate as Kbuild would. */
export function toRustCheck({ rust }: KernelRoom, files: SourceFiles): Job {
  const command = [...within(rust.environment), 'rustc', ...rust.arguments, ...metadata]
  return { command, files, mayBeCut: true }
}

/** The same by clippy, with the lints of the kernel, which are among Kbuild's flags, and those of the course. */
export function toRustLint({ rust }: KernelRoom, files: SourceFiles): Job {
  const environment = { ...rust.environment, CLIPPY_CONF_DIR: sourceTree }
  return {
    command: [...within(environment), 'clippy-driver', ...rust.arguments, ...courseLints, ...metadata],
    files,
    mayBeCut: true,
  }
}

/** The command that makes `driver.ko` of it, with debug information, on standard output. */
export function toRustBuild(room: KernelRoom, files: SourceFiles): Job {
  const { environment, arguments: flags } = room.rust
  const object = '/tmp/driver.o'
  const emit = ['-Cdebuginfo=line-tables-only', '--out-dir', '/tmp', '--emit', `obj=${object}`]
  const command = [...within(environment), 'rustc', ...flags, ...emit, ...rustMessages, root]
  return { command: compileAndLink(room, [{ command, object }]), files, mayBeCut: true }
}

/** The command that prints the assembly of the same code. */
export function toRustAssembly({ rust }: KernelRoom, files: SourceFiles): Job {
  const written = '/tmp/driver.s'
  const emit = ['-Cdebuginfo=line-tables-only', '--out-dir', '/tmp', '--emit', `asm=${written}`]
  const command = [...within(rust.environment), 'rustc', ...rust.arguments, ...emit, ...rustMessages, root]
  return { command: compileAndPrint([{ command, object: written }]), files }
}

const root = 'driver.rs'

const metadata = [...rustMessages, '--emit', 'metadata=/tmp/driver.rmeta', root]

function within(environment: Record<string, string>): string[] {
  return ['busybox', 'env', ...Object.entries(environment).map(([name, value]) => `${name}=${value}`)]
}

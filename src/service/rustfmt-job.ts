import type { Job } from './sandbox.ts'

/**
 * The command that prints a text in Rust as rustfmt has it. From standard input, rustfmt looks for no other file that
 * the text may name.
 */
export function toRustfmtJob(text: string): Job {
  return {
    command: ['busybox', 'sh', '-c', 'exec rustfmt --edition 2021 <main.rs'],
    files: { 'main.rs': text },
    needsStackBounds: true,
  }
}

import type { Action, StopReason } from '#protocol/compile.ts'

/** A hostile program and what must come back. */
export interface Expectation {
  /** A file in `programs/` without `.rs`, or a name in `generated.ts`. */
  program: string
  action: Action
  /** Why it is dangerous, in a few words. */
  danger: string
  outcome: { accepted: true } | { rejected: string | RegExp; at?: number } | { stopped: StopReason[] }
}

const missing = /No such file or directory/
const noAssembly = 'E0658'

export const expectations: Expectation[] = [
  {
    program: 'reads-passwd',
    action: 'build',
    danger: 'a file of the host in the module',
    outcome: { rejected: missing, at: 1 },
  },
  {
    program: 'module-from-passwd',
    action: 'check',
    danger: 'a file of the host in error messages',
    outcome: { rejected: missing, at: 2 },
  },
  {
    program: 'reads-environ',
    action: 'build',
    danger: 'the environment of the compiler in the module',
    outcome: { rejected: missing, at: 1 },
  },
  {
    program: 'reads-host-folders',
    action: 'build',
    danger: 'other files and devices of the host',
    outcome: { rejected: missing, at: 1 },
  },
  {
    program: 'embeds-passwd',
    action: 'build',
    danger: 'a file by the assembler',
    outcome: { rejected: noAssembly, at: 3 },
  },
  {
    program: 'fork-bomb',
    action: 'build',
    danger: 'machine code that forks for ever',
    outcome: { rejected: noAssembly, at: 4 },
  },
  {
    program: 'reads-secret',
    action: 'build',
    danger: 'a variable of the service',
    outcome: { rejected: /environment variable `SECRET` not defined/, at: 1 },
  },
  {
    program: 'gigabyte-constant',
    action: 'check',
    danger: 'memory, by evaluating a constant',
    outcome: { rejected: 'E0080', at: 1 },
  },
  {
    program: 'endless-macro',
    action: 'check',
    danger: 'memory, by a macro that calls itself',
    outcome: { stopped: ['memory'] },
  },
  // Which limit is met first depends on how fast the machine is.
  {
    program: 'doubling-macro',
    action: 'check',
    danger: 'memory, by a macro that doubles',
    outcome: { stopped: ['memory', 'time'] },
  },
  {
    program: 'doubling-types',
    action: 'check',
    danger: 'memory, by 40 types that double',
    outcome: { stopped: ['memory', 'time'] },
  },
  {
    program: 'endless-constant',
    action: 'check',
    danger: 'time, by a constant that is never found',
    outcome: { stopped: ['time'] },
  },
  {
    program: 'exponential-traits',
    action: 'check',
    danger: 'time, by bounds that multiply',
    outcome: { stopped: ['time', 'crash'] },
  },
  {
    program: 'polymorphic-recursion',
    action: 'build',
    danger: 'the stack, by types without end',
    outcome: { stopped: ['crash'] },
  },
  {
    program: '20,000 parentheses',
    action: 'check',
    danger: 'the stack, by nesting',
    outcome: { stopped: ['crash'] },
  },
  {
    program: '8,000 errors',
    action: 'check',
    danger: 'megabytes of messages',
    outcome: { rejected: 'E0070', at: 2 },
  },
  {
    program: 'forty-megabyte-module',
    action: 'build',
    danger: 'megabytes of module',
    outcome: { stopped: ['output'] },
  },
  {
    program: 'static-library',
    action: 'build',
    danger: 'twenty megabytes of answer, kept and sent again and again',
    outcome: { stopped: ['output'] },
  },
  {
    program: 'thousands of lines',
    action: 'check',
    danger: 'time of the service, by places in a long file',
    outcome: { rejected: 'E0070', at: 2 },
  },
  {
    program: 'links-by-path',
    action: 'build',
    danger: 'a file of the host in the module, by the linker',
    outcome: { rejected: /linking with `wasm-ld-19` failed/ },
  },
  {
    program: 'unstable-feature',
    action: 'check',
    danger: 'the compiler as a library',
    outcome: { rejected: 'E0554', at: 1 },
  },
  {
    program: 'links-library',
    action: 'build',
    danger: 'a library of the host',
    outcome: { rejected: /linking with `wasm-ld-19` failed/ },
  },
  {
    program: 'procedural-macro',
    action: 'build',
    danger: 'code that runs in the compiler',
    outcome: { rejected: /only usable with crates of the `proc-macro` crate type/, at: 4 },
  },
  {
    program: 'text-direction',
    action: 'check',
    danger: 'text that reads differently from what is compiled',
    outcome: { rejected: 'text_direction_codepoint_in_literal', at: 2 },
  },
  {
    program: 'a null byte',
    action: 'check',
    danger: 'a string that ends early in C',
    outcome: { rejected: /unknown start of token: \\u\{0\}/, at: 1 },
  },
  {
    program: 'half of a surrogate pair',
    action: 'check',
    danger: 'text that is not Unicode',
    outcome: { accepted: true },
  },
]

import type { CompileResult } from '#protocol/compile.ts'

/** A C driver whose compiler or module has more to tell than anybody can read. */
export interface WritingModule {
  name: string
  action: 'check' | 'build'
  source: string
  outcome: CompileResult['outcome']
  /** Words of one of its messages. */
  says?: RegExp
}

/** Macros of which `M1` is the text ten times, `M2` a hundred times, and so on. */
function multiply(text: string): string {
  const tenTimes = [1, 2, 3, 4, 5].map((n) => `#define M${n}${` M${n - 1}`.repeat(10)}`)
  return [`#define M0 ${text}`, ...tenTimes, ''].join('\n')
}

const deprecated = 'void f(void) __attribute__((deprecated(M4)));\nvoid g(void);\n'
const head = '#include <linux/module.h>\nMODULE_LICENSE("GPL");\n'

/** As many lines of the assembler, each with another number. */
function repeat(count: number, line: string): string {
  const macro = ['.altmacro', '.macro m n', line, '.endm', '.set i,0']
  return toAssembler([...macro, `.rept ${count}`, 'm %i', '.set i,i+1', '.endr'])
}

function toAssembler(lines: string[]): string {
  return `asm("${lines.join(String.raw`\n`)}${String.raw`\n`}");\n`
}

/** Twenty symbols that nobody gives, each of them fifty times in data. */
const usedInData = toAssembler([
  '.pushsection .data',
  ...Array.from({ length: 20 }, (_, n) => ['.rept 50', `.quad u_${n}`, '.endr']).flat(),
  '.popsection',
])

export const writingModules: WritingModule[] = [
  {
    name: 'a static assertion with beginnings of a flag',
    action: 'check',
    source: `${multiply('" [-W"')}_Static_assert(0, M5);\n`,
    outcome: 'rejected',
    says: /^static assertion failed: .* \(\d+ more characters\)$/,
  },
  {
    name: 'a message of a pragma',
    action: 'check',
    source: `${multiply('" [-W"')}#pragma message(M5)\n`,
    outcome: 'accepted',
    says: / \(\d+ more characters\)$/,
  },
  {
    name: 'what is said of a function that is out of use',
    action: 'check',
    source: `${multiply('" [-W"')}${deprecated}void g(void) { ${'f(); '.repeat(20)} }\n`,
    outcome: 'accepted',
    says: /^'f' is deprecated: .* \(\d+ more characters\)$/,
  },
  {
    name: 'lines that look like messages',
    action: 'check',
    source: `/*${'é'.repeat(24_000)}*/\n${multiply(String.raw`"\ndriver.c:1:48000: error: x"`)}${deprecated}void g(void) { f(); }\n`,
    outcome: 'accepted',
    // Told once, since all are the same.
    says: /^x$/,
  },
  {
    name: '600,000 symbols',
    action: 'build',
    source: head + repeat(600_000, String.raw`.globl s_\\n\ns_\\n:`),
    outcome: 'accepted',
  },
  {
    name: '600,000 functions, and symbols that are used in none of them',
    action: 'build',
    source: head + usedInData + repeat(600_000, String.raw`.globl s_\\n\n.type s_\\n,@function\ns_\\n:`),
    outcome: 'rejected',
    says: /^"u_0" \[driver\.ko\] undefined!$/,
  },
  {
    name: '200,000 symbols that nobody gives',
    action: 'build',
    source: head + repeat(200_000, String.raw`.pushsection .data\n.quad s_\\n\n.popsection`),
    outcome: 'rejected',
    says: /^… and at least \d+ more symbols that the module may not use$/,
  },
  {
    name: '66,000 sections',
    action: 'build',
    source: head + repeat(66_000, String.raw`.pushsection .s_\\n,\"a\"\n.byte 1\n.popsection`),
    outcome: 'accepted',
  },
]

import { type KindName, kinds } from '#course/kinds/kinds.ts'

/** The files that a lesson of a kind begins with, by their paths in its folder. */
export function toTemplate(kind: KindName): Record<string, string> {
  return { 'lesson.mdx': toText(kind), 'notes.md': notes, ...ownFiles[kind] }
}

/** Of the kinds with an exercise in the workbench. */
const heads: Partial<Record<KindName, string[]>> = {
  pair: ['target: userspace', 'expect: E0382'],
  port: ['target: userspace', 'expect: tests'],
  wrong: ['target: userspace', 'expect: tests'],
  project: ['target: userspace', 'expect: tests'],
  forensics: ['target: kernel', 'expect: boot', 'crash: kasan'],
  measure: ['target: kernel', 'expect: budget'],
}

function toText(kind: KindName): string {
  const { marker, once } = kinds[kind]
  const head = [
    ...['title: What it is about', `kind: ${kind}`, 'summary: One sentence.', 'minutes: 15'],
    ...['objectives:', '  - Say what one can do afterwards', '  - And what else', 'introduces: []'],
    ...(heads[kind] ?? []),
  ]
  const parts = once.map((name) => `\n<${name}>\n\nWhat happens, and why.\n\n</${name}>\n`)
  return `---\n${head.join('\n')}\n---\n\nWhy this matters, in two to four sentences, cited.\n\n<${marker} />\n${parts.join('')}\n## What Rust does not give here\n`
}

const notes = `# Notes for the instructor

**Timing**:

**Where people get stuck**

**Questions to ask**
`

const hints = `first:
  otherwise: Where to look.
second: Which concept.
third: The shape of the answer.
solution: Why it is as it is.
`

const driver = `// SPDX-License-Identifier: GPL-2.0
#include <linux/init.h>
#include <linux/module.h>

static int __init lesson_init(void)
{
\treturn 0;
}

static void __exit lesson_exit(void)
{
}

module_init(lesson_init);
module_exit(lesson_exit);
MODULE_DESCRIPTION("What it is");
MODULE_LICENSE("GPL");
`

const exercise = {
  'c/driver.c': driver,
  'boot.sh': 'insmod driver.ko\nrmmod driver\n',
  'start/main.rs': 'fn answer() -> u32 {\n    todo!()\n}\n\nfn main() {\n    println!("{}", answer());\n}\n',
  'solution/main.rs': 'fn answer() -> u32 {\n    42\n}\n\nfn main() {\n    println!("{}", answer());\n}\n',
  'check/tests.rs':
    'use super::*;\n\n#[test]\nfn the_answer_is_right() {\n    assert_eq!(answer(), 42);\n}\n',
  'hints.yaml': hints,
}

const rustDriver = `//! What it is.

use kernel::prelude::*;

module! {
    type: Lesson,
    name: "driver",
    authors: ["No Oops"],
    description: "What it is",
    license: "GPL",
}

struct Lesson;

#[inline(never)]
fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte)).sum()
}

impl kernel::Module for Lesson {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        pr_info!("{}\\n", sum(b"lesson"));
        Ok(Lesson)
    }
}
`

const drivers = {
  ...{ 'c/driver.c': driver, 'boot.sh': 'insmod driver.ko\nrmmod driver\n', 'hints.yaml': hints },
  ...{ 'start/driver.rs': rustDriver, 'solution/driver.rs': rustDriver },
  'check/boot.sh': 'insmod driver.ko\n#= driver: 656\nrmmod driver\n',
}

const measured = "- { title: '`sum`', rust: [sum], budget: 100 }\n"

const forensics = `parts:
  - at: 'BUG: KASAN'
    means: What it says.
  - at: 'Call Trace:'
    to: init_module
    means: Who called whom.
asks: Which line has to change?
lines:
  - { at: frees, right: true, why: So it is. }
  - { at: uses, why: It only shows it. }
otherwise: The report does not name it.
`

const questions = `- question: Why?
  answers:
    - { text: Because., correct: true, why: So it is. }
    - { text: Because not., why: It is not so. }
`

const steps = `- title: The first step
  text: What to write.
  tests: [the_answer_is_right]
`

const tasks = `tasks:
  - name: no-conversion
    ask: predict
    rust: |
      let size: usize = 4096;
      let offset: i32 = size;
    outcome: { refused: E0308, line: 2 }
    why: No integer type becomes another one by itself.
`

const ownFiles: Record<KindName, Record<string, string>> = {
  pair: { ...exercise, 'duties.yaml': '{}\n', 'questions.yaml': questions },
  port: { ...exercise, 'steps.yaml': steps },
  project: { ...exercise, 'steps.yaml': steps },
  wrong: { ...exercise, 'questions.yaml': questions },
  drill: { 'drill.yaml': tasks },
  recall: { 'recall.yaml': "show: 8\npool: ['chapter/lesson#task', 'chapter/lesson?1']\n" },
  forensics: { ...drivers, 'forensics.yaml': forensics },
  measure: { ...drivers, 'measure.yaml': measured },
  review: { 'review.yaml': tasks.replace('tasks:', 'patches:') },
}

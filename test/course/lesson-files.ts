/** The files of a small course of one lesson, by path below `lessons/`; `changes` replace files, `undefined` drops one. */
export function lessonFiles(changes: Record<string, string | undefined> = {}): Record<string, string> {
  const files = { ...chapter, ...below('03-ownership/02-borrow-deadline', lesson), ...changes }
  return Object.fromEntries(
    Object.entries(files).filter((file): file is [string, string] => file[1] !== undefined),
  )
}

/** Changes that make it a lesson of target kernel. */
export const kernelChanges = (): Record<string, string | undefined> =>
  below(folder, {
    'lesson.mdx': head.replace('target: userspace', 'target: kernel'),
    'start/main.rs': undefined,
    'start/driver.rs': 'fn init() {\n    drop(buf); //@ end\n}\n',
    'solution/main.rs': undefined,
    'solution/driver.rs': 'fn init() {}\n',
    'check/tests.rs': undefined,
    'check/boot.sh': 'insmod driver.ko\n#= loaded\n',
  })

/** The folder of that lesson. */
export const folder = '03-ownership/02-borrow-deadline'

function below<Text>(path: string, files: Record<string, Text>): Record<string, Text> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${path}/${name}`, text]))
}

const chapter = { '03-ownership/chapter.yaml': 'title: Ownership\nsummary: Who frees it.\n' }

/** Only its head; texts are added where a test needs one. */
export const head = `---
title: A pointer with a deadline
kind: pair
summary: A borrow ends before its owner does.
minutes: 20
objectives: [see it, fix it]
target: userspace
expect: E0505
rules: [no-unsafe]
---
`

const lesson = {
  'lesson.mdx': head,
  'c/driver.c': 'kfree(buf); //@ end\n',
  'boot.sh': 'insmod driver.ko\nrmmod driver\n',
  'start/main.rs': 'fn main() {\n    drop(buf); //@ end\n}\n',
  'solution/main.rs': 'fn main() {}\n',
  'wrong/E0382-too-late.rs': 'fn main() { late() }\n',
  'check/tests.rs': '#[test]\nfn holds() {}\n',
  'duties.yaml': 'end: The end of the buffer.\n',
  'hints.yaml': 'first: { otherwise: Look. }\nsecond: Look again.\nthird: Do this.\nsolution: So it is.\n',
  'questions.yaml': [1, 2]
    .map(
      (n) =>
        `- question: Why ${n}?\n  answers:\n    - { text: A, correct: true, why: Yes. }\n    - { text: B, why: No. }\n`,
    )
    .join(''),
  'notes.md': 'Twenty minutes.\n',
}
